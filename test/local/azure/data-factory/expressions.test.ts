import assert from "node:assert/strict";
import { evaluateAll, evaluateText, type Scope } from "../../../../local/azure/data-factory/expressions/evaluate.ts";

const copied = { Status: "Succeeded", output: { rowsCopied: 7, file: null } };
const scope: Scope = { runId: "run-1", activities: new Map([["copy", copied]]), dataset: { run: "r" } };
const value = (source: string) => evaluateText(source, scope);

describe("the expressions of Data Factory", () => {
    it("compute what the pipelines write", () => {
        assert.equal(value("@pipeline().RunId"), "run-1");
        assert.equal(value("@concat('a/', dataset().run, '/', string(activity('copy').output.rowsCopied))"), "a/r/7");
        assert.deepEqual(value(`@json(concat('{"n":', string(1.5), '}'))`), { n: 1.5 });
        assert.equal(value("@if(equals(activity('copy').Status, 'Succeeded'), 'yes', 'no')"), "yes");
        assert.equal(value("@coalesce(activity('copy')?.error?.errorCode, '')"), "");
        assert.equal(value("@concat('it''s', ' ', true, null)"), "it's truenull");
    });

    it("are only what begins with one @", () => {
        assert.equal(value("user@bank.example"), "user@bank.example");
        assert.equal(value("@@concat"), "@concat");
        assert.deepEqual(evaluateAll({ a: [{ type: "Expression", value: "@pipeline().RunId" }], b: "@x" }, scope), {
            a: ["run-1"],
            b: "@x",
        });
    });

    const faults: [string, RegExp][] = [
        ["@secret('x')", /does not know the function secret/],
        ["@constructor()", /does not know the function constructor/],
        ["@activity('other').output", /the activity other has not run/],
        ["@activity('copy').output.rows", /no property rows/],
        ["@activity('copy').output.toString", /no property toString/],
        ["@concat('a'", /should have ,/],
        ["@concat('a') 'b'", /nothing more/],
        ["@{concat('a')}", /a name, a text, a number or a mark/],
    ];
    for (const [source, fault] of faults) {
        it(`refuse ${source} by name`, () => assert.throws(() => value(source), fault));
    }
});
