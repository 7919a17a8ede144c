import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { variablesOfAll } from "../../../bench/bundles.ts";
import { initialisations } from "../../../bench/fresh-process.ts";
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

    it("start in a fresh process with the variables that the program gives them", async () => {
        const functions = await variablesOfAll();
        assert.ok(functions.size > 9, [...functions.keys()].join(", "));
        for (const [verb, variables] of functions) {
            const { path } = await bundle(verb, { folder });
            await assert.doesNotReject(initialisations(path, variables, 1), verb);
        }
    });
});
