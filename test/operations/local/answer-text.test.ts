import assert from "node:assert/strict";
import { answerText } from "../../../operations/local/answer-text.ts";

const answer = {
    columns: ["id", "why", "cents"],
    rows: [
        ["a-1", "3 receivers of money within an hour", "2550003"],
        ["b-2", null, "-1"],
    ],
};

describe("what a saved query found", () => {
    it("is a table where the terminal has room for it", () => {
        const lines = answerText(answer, "table", 80).split("\n");
        assert.equal(lines[0], "id   why                                    cents");
        assert.equal(lines.at(-2), "2 rows");
    });

    it("stands row by row, broken between words, where it has not", () => {
        const text = answerText(answer, "table", 30);
        assert.equal(
            text,
            [
                "row 1",
                "id     a-1",
                "why    3 receivers of money",
                "       within an hour",
                "cents  2550003",
                "",
                "row 2",
                "id     b-2",
                "why",
                "cents  -1",
                "",
                "2 rows",
                "",
            ].join("\n"),
        );
        assert.ok(text.split("\n").every((line) => line.length <= 30));
    });

    it("is CSV that a spreadsheet reads as it is, and takes nothing in for a formula", () => {
        const columns = ["id", "why", "cents"];
        const rows = [["=1+1", 'said "no", twice', "-5"]];
        assert.equal(answerText({ columns, rows }, "csv", 10), `id,why,cents\r\n'=1+1,"said ""no"", twice",-5\r\n`);
    });

    it("is JSON with a name for each value", () => {
        assert.deepEqual(JSON.parse(answerText(answer, "json", 10)), [
            { id: "a-1", why: "3 receivers of money within an hour", cents: "2550003" },
            { id: "b-2", why: null, cents: "-1" },
        ]);
    });
});
