import assert from "node:assert/strict";
import { ControlTotals } from "../../../../functions/unpack/iso20022/control-totals.ts";

type Amount = [amount: string, currency?: string];

function detailsOf(group: Record<string, string>, amounts: readonly Amount[]): string[] {
    const totals = new ControlTotals(new Map(Object.entries(group)));
    for (const [amount, currency = "EUR"] of amounts) {
        totals.add(
            new Map([
                ["IntrBkSttlmAmt", amount],
                ["IntrBkSttlmAmt@Ccy", currency],
            ]),
        );
    }
    return totals.findings("message 1").map(({ kind, detail }) => {
        assert.equal(kind, "control-total-mismatch");
        return detail;
    });
}
const ONE: Amount[] = [["1.50"], ["2.25"]];

describe("the control totals of a message", () => {
    const right: { title: string; group: Record<string, string>; amounts?: Amount[] }[] = [
        { title: "promise nothing where they are absent", group: {} },
        { title: "are right", group: { NbOfTxs: "2", CtrlSum: "3.75", TtlIntrBkSttlmAmt: "3.75" } },
        {
            title: "are right in any writing",
            group: { NbOfTxs: "0002", CtrlSum: "+003.7500", TtlIntrBkSttlmAmt: "3.750" },
        },
        {
            title: "add what a float would round",
            group: { CtrlSum: "90071992547409930.3" },
            amounts: [["90071992547409930.1"], [".2"]],
        },
        { title: "add amounts below zero", group: { CtrlSum: "-1" }, amounts: [["-1.50"], ["0.5"]] },
        {
            title: "add eighteen decimals",
            group: { CtrlSum: "0.000000000000000003" },
            amounts: [["0.000000000000000001"], ["0.000000000000000002"]],
        },
        { title: "are not known where an amount is none", group: { CtrlSum: "1" }, amounts: [["x"], ["2"]] },
        ...["1x", "x1", "1.2.3", "1 ", "--1", ""].map((amount) => ({
            title: `are not known where an amount is "${amount}"`,
            group: { CtrlSum: "3" },
            amounts: [[amount], ["2"]] satisfies Amount[],
        })),
        { title: "do not add two currencies", group: { TtlIntrBkSttlmAmt: "9" }, amounts: [["1"], ["2", "USD"]] },
    ];
    for (const { title, group, amounts = ONE } of right)
        it(title, () => assert.deepEqual(detailsOf(group, amounts), []));

    const wrong: { title: string; group: Record<string, string>; amounts?: Amount[]; details: string[] }[] = [
        { title: "a number", group: { NbOfTxs: "3" }, details: ["message 1: NbOfTxs is 3, transactions are 2"] },
        {
            title: "a number that is none",
            group: { NbOfTxs: "2.0" },
            details: ["message 1: NbOfTxs is 2.0, transactions are 2"],
        },
        { title: "an empty one", group: { NbOfTxs: "" }, details: ["message 1: NbOfTxs is , transactions are 2"] },
        {
            title: "one of too many digits",
            group: { NbOfTxs: `${"0".repeat(15)}2` },
            details: [`message 1: NbOfTxs is ${"0".repeat(15)}2, transactions are 2`],
        },
        { title: "a sum", group: { CtrlSum: "3.76" }, details: ["message 1: CtrlSum is 3.76, amounts add up to 3.75"] },
        {
            title: "a sum that is none",
            group: { CtrlSum: "x" },
            details: ["message 1: CtrlSum is x, amounts add up to 3.75"],
        },
        {
            title: "a point alone",
            group: { CtrlSum: "." },
            details: ["message 1: CtrlSum is ., amounts add up to 3.75"],
        },
        {
            title: "a sum with zeros in it",
            group: { CtrlSum: "1" },
            amounts: [["100.105"], ["0.00"]],
            details: ["message 1: CtrlSum is 1, amounts add up to 100.105"],
        },
        {
            title: "a sum over currencies",
            group: { CtrlSum: "9" },
            amounts: [["1"], ["2", "USD"]],
            details: ["message 1: CtrlSum is 9, amounts add up to 3"],
        },
        {
            title: "a total",
            group: { TtlIntrBkSttlmAmt: "3" },
            details: ["message 1: TtlIntrBkSttlmAmt is 3, amounts add up to 3.75"],
        },
        {
            title: "all of them",
            group: { NbOfTxs: "1", CtrlSum: "1", TtlIntrBkSttlmAmt: "1" },
            amounts: [["0.05"], ["0.05"]],
            details: [
                "message 1: NbOfTxs is 1, transactions are 2",
                "message 1: CtrlSum is 1, amounts add up to 0.1",
                "message 1: TtlIntrBkSttlmAmt is 1, amounts add up to 0.1",
            ],
        },
        {
            title: "what is long, cut, and a card number masked",
            group: { NbOfTxs: "9".repeat(21), CtrlSum: "4539578763621486", TtlIntrBkSttlmAmt: "x".repeat(31) },
            details: [
                `message 1: NbOfTxs is ${"9".repeat(20)}, transactions are 2`,
                "message 1: CtrlSum is 453957******1486, amounts add up to 3.75",
                `message 1: TtlIntrBkSttlmAmt is ${"x".repeat(30)}, amounts add up to 3.75`,
            ],
        },
    ];
    for (const { title, group, amounts = ONE, details } of wrong) {
        it(`tell of ${title}`, () => assert.deepEqual(detailsOf(group, amounts), details));
    }
});
