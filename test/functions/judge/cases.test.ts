import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import type { Manifest } from "../../../contract/model/learning.ts";
import { readCases } from "../../../functions/judge/cases.ts";
import { FEATURES } from "../../../model/features.ts";

const read = (text: string) => {
    const bytes = new TextEncoder().encode(text);
    const sha256 = { train: "", validation: "", evaluation: createHash("sha256").update(bytes).digest("hex") };
    return readCases({ sha256 } as Manifest, { read: async () => bytes, write: async () => {} });
};
const fields = FEATURES.map((_, index) => (index === 3 ? "" : String(index))).join(",");

describe("readCases", () => {
    it("reads label, weight, groups and the row, with what is missing", async () => {
        const [one, two] = await read(`1,1,card,DE,${fields}\n0,2.5,wire,FR,${fields}\n`);
        assert.deepEqual([one?.fraud, one?.weight, one?.groups], [true, 1, ["channel card", "country DE"]]);
        assert.deepEqual([two?.fraud, two?.weight], [false, 2.5]);
        assert.deepEqual(two?.row.slice(2, 5), [2, Number.NaN, 4]);
    });

    it("names the line that is no case", async () => {
        for (const line of [
            `2,1,card,DE,${fields}`,
            `1,0,card,DE,${fields}`,
            `1,x,card,DE,${fields}`,
            "1,1,card,DE,3",
        ]) {
            await assert.rejects(read(`1,1,card,DE,${fields}\n${line}\n`), {
                name: "EvaluationError",
                message: /^line 2 of training\/evaluation\/evaluation.csv is no case of 34 features$/,
            });
        }
    });
});
