import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundle } from "../../../infra/compute/bundle.ts";
import { TIMEOUT_SECONDS } from "../../../infra/steps/parts.ts";

/** A bigger bundle means a slower first run. */
const LIMIT_BYTES = 500_000;

describe("the bundles of the functions", () => {
    let folder: string;
    before(async () => {
        folder = await mkdtemp(join(tmpdir(), "bundles-"));
    });
    after(() => rm(folder, { recursive: true }));

    for (const verb of [...Object.keys(TIMEOUT_SECONDS), "work"]) {
        it(`keep ${verb} under 500 KB, the same bytes each time`, async () => {
            const [one, other] = await Promise.all([bundle(verb, { folder }), bundle(verb, { folder })]);
            assert.ok(one.codeBytes < LIMIT_BYTES, `${one.codeBytes} bytes`);
            assert.deepEqual(one, other);
        });
    }
});
