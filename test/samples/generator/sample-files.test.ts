import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { sampleFiles } from "../../../samples/generator/sample-files.ts";
import { differences } from "../../../samples/generator/sample-folder.ts";
import { defaults } from "../../../samples/generator/sample-set.ts";
import { made } from "../made.ts";

const committed = fileURLToPath(new URL("../../../samples", import.meta.url));
const mebibyte = 1024 * 1024;

describe("the sample files", () => {
    it("are committed exactly as the generator makes them", () => {
        assert.deepEqual(
            differences(committed, sampleFiles(defaults)),
            [],
            "run npm run samples and commit the result",
        );
    });

    it("are the same bytes each time they are made", () => {
        assert.deepEqual(sampleFiles({ ...defaults, seed: 5 }), sampleFiles({ ...defaults, seed: 5 }));
    });

    it("are others for another seed", () => {
        const [one, other] = [5, 6].map((seed) => sampleFiles({ ...defaults, seed, transactions: 600 }));
        const same = [...(one ?? [])].filter(([path, bytes]) =>
            Buffer.from(bytes).equals(other?.get(path) ?? Buffer.of()),
        );
        assert.deepEqual(same, []);
    });

    it("label every scored transaction with its pattern, look-alike and story", () => {
        const text = Buffer.from(sampleFiles(defaults).get("expected/labels.csv") ?? []).toString("utf8");
        const rows = text.trimEnd().split("\n");
        const expected = made().scored.map(({ transaction, label }) =>
            [transaction.id, label.pattern, label.lookAlike ?? "", label.episode ?? ""].join(","),
        );
        assert.deepEqual(rows, ["transaction_id,label,look_alike,episode", ...expected]);
    });

    it("stay under 2 MiB together", () => {
        const total = [...sampleFiles(defaults).values()].reduce((sum, bytes) => sum + bytes.length, 0);
        assert.ok(total < 2 * mebibyte, `${total} bytes`);
    });

    it("carry no time of day in their gzip headers", () => {
        for (const [path, bytes] of sampleFiles(defaults)) {
            if (path.endsWith(".gz")) assert.deepEqual([...bytes.subarray(0, 8)], [0x1f, 0x8b, 8, 0, 0, 0, 0, 0], path);
        }
    });
});
