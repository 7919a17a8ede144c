import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { linesOf } from "../../../functions/train/line.ts";
import { accountFeatures } from "../../../model/account-features.ts";
import { FEATURES } from "../../../model/features.ts";
import { transaction } from "../support/transactions.ts";

describe("what a model learns of the sets of Azure", () => {
    const one = transaction();
    const [features] = accountFeatures([one]);
    const line = (supplementary?: object) =>
        gzipSync(
            JSON.stringify({ ...one, features, score: 0, scoredBy: "rules", ...(supplementary && { supplementary }) }),
        );
    const learnt = (supplementary?: object) => {
        const [recorded] = linesOf("key", line(supplementary));
        return FEATURES.flatMap(({ source, name }, index) =>
            source === "supplementary sets" ? [[name, recorded?.row[index]]] : [],
        );
    };

    it("is what its verdict knew at the time, as the record has it", () => {
        const runs = { "politically-exposed-persons": "adf:1" };
        assert.deepEqual(learnt({ rating: "high", device: "suspicious", exposed: "family", runs }), [
            ["riskRating", 2],
            ["exposed", 1],
            ["deviceReputation", 1],
        ]);
        assert.deepEqual(learnt({ runs }), [
            ["riskRating", Number.NaN],
            ["exposed", 0],
            ["deviceReputation", Number.NaN],
        ]);
    });

    it("is nothing where nothing was known, also of records from before there were sets", () => {
        const nothing = ["riskRating", "exposed", "deviceReputation"].map((name) => [name, Number.NaN]);
        assert.deepEqual(learnt({ runs: {}, doubts: [{ set: "device-reputation", doubt: "missing" }] }), nothing);
        assert.deepEqual(learnt(), nothing);
    });
});
