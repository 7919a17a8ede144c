import assert from "node:assert/strict";
import { readProbabilities } from "../../../functions/score/probabilities.ts";

describe("the model's answer", () => {
    it("is one probability a row, separated by commas or line ends", () => {
        assert.deepEqual(readProbabilities("0.5,1,0", 3), [0.5, 1, 0]);
        assert.deepEqual(readProbabilities("0.5\n1.2e-05\n0.25\n", 3), [0.5, 1.2e-5, 0.25]);
        assert.deepEqual(readProbabilities("0.5\r\n.5, 1.", 3), [0.5, 0.5, 1]);
    });

    for (const [answer, rows, fault] of [
        ["0.5", 2, "the fraud model was asked about 2 rows and gave 1 scores"],
        ["0.5,0.5,0.5", 2, "the fraud model was asked about 2 rows and gave 3 scores"],
        ["", 1, "the fraud model was asked about 1 rows and gave 0 scores"],
        ["0.5,", 1, "the fraud model was asked about 1 rows and gave 2 scores"],
        ["0.5,NaN", 2, 'score 2 of the fraud model must be from 0 to 1, got "NaN"'],
        ["inf", 1, 'score 1 of the fraud model must be from 0 to 1, got "inf"'],
        ["1e999", 1, 'score 1 of the fraud model must be from 0 to 1, got "1e999"'],
        ["0x1", 1, 'score 1 of the fraud model must be from 0 to 1, got "0x1"'],
        ["-0.01", 1, 'score 1 of the fraud model must be from 0 to 1, got "-0.01"'],
        ["1.0000001", 1, 'score 1 of the fraud model must be from 0 to 1, got "1.0000001"'],
        ["<html>", 1, 'score 1 of the fraud model must be from 0 to 1, got "<html>"'],
        ["x".repeat(50), 1, `score 1 of the fraud model must be from 0 to 1, got "${"x".repeat(40)}"`],
    ] as const) {
        it(`is refused as "${answer.slice(0, 12)}" for ${rows} rows`, () => {
            assert.throws(() => readProbabilities(answer, rows), { name: "MalformedScoresError", message: fault });
        });
    }
});
