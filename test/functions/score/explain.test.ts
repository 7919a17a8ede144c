import assert from "node:assert/strict";
import { modelReasons, plainReasons } from "../../../functions/score/explain.ts";
import type { Ensemble, Tree } from "../../../model/explain/ensemble.ts";

/** A tree that adds `value` where the feature reaches 1, and takes as much away where it does not. */
const stump = (feature: number, value: number): Tree => ({
    left: [1, -1, -1],
    right: [2, -1, -1],
    feature: [feature, 0, 0],
    condition: [1, -value, value],
    missingLeft: [1, 0, 0],
    cover: [2, 1, 1],
});

const NAMES = ["payees", "inHour", "wire", "inTenMinutes", "countriesInDay", "devicesInDay", "foreign"];
const model = (...values: number[]): Ensemble => ({
    features: NAMES.slice(0, values.length),
    baseMargin: 0,
    trees: values.map((value, index) => stump(index, value)),
});

describe("modelReasons", () => {
    it("shares the score out among what raised it, the weightiest first", () => {
        assert.deepEqual(modelReasons(model(1, 3), [6, 12], 0.8), [
            { code: "inHour", text: "12 transactions of the account within an hour", points: 60 },
            { code: "payees", text: "6 receivers of money within an hour", points: 20 },
        ]);
    });

    it("counts nothing for what lowered the score", () => {
        assert.deepEqual(
            modelReasons(model(1, 3), [6, 0], 0.5).map(({ code, points }) => [code, points]),
            [["payees", 50]],
        );
    });

    it("keeps the order of the row among reasons of one weight", () => {
        assert.deepEqual(
            modelReasons(model(1, 1, 1), [1, 1, 1], 0.9).map(({ code, points }) => [code, points]),
            [
                ["payees", 30],
                ["inHour", 30],
                ["wire", 30],
            ],
        );
    });

    it("names the five weightiest at most, and none of less than half a hundredth", () => {
        const values = [7, 6, 5, 4, 3, 2, 1];
        const many = modelReasons(model(...values), [1, 1, 1, 1, 1, 1, 1], 1);
        assert.deepEqual(
            many.map(({ points }) => points),
            [25, 21, 18, 14, 11],
        );
        assert.deepEqual(
            modelReasons(model(1, 400), [1, 1], 1).map(({ code }) => code),
            ["inHour"],
        );
    });

    it("says what a missing value is", () => {
        const [reason] = modelReasons(model(0, 0, 0, 0, 0, 0, -1), [0, 0, 0, 0, 0, 0, Number.NaN], 0.4);
        assert.equal(reason?.text, "the country of the account is not known");
    });
});

describe("plainReasons", () => {
    it("are those of the rules, or the score where none holds", () => {
        const ofRules = [{ code: "structuring", text: "3 amounts", points: 35 }];
        assert.deepEqual(plainReasons(ofRules, 0.5), ofRules);
        assert.deepEqual(plainReasons([], 0.5), [
            { code: "model-score", text: "the fraud model gives a score of 0.50", points: 50 },
        ]);
    });
});
