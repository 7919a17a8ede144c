import assert from "node:assert/strict";
import { wallClock } from "../../../../contract/values/wall-clock.ts";
import { AMOUNT, document, GROUP, message, one, refusal, transfer } from "../support/pacs.ts";
import { read, verdicts } from "../support/readers.ts";

describe("an ISO 20022 payment's amount and time", () => {
    describe("the time", () => {
        const times: { title: string; rest?: string; group?: string; time: string }[] = [
            {
                title: "acceptance",
                rest: "<IntrBkSttlmDt>2025-03-04</IntrBkSttlmDt><AccptncDtTm>2025-03-02T01:00:00+01:00</AccptncDtTm>",
                time: "2025-03-02T00:00:00.000Z",
            },
            {
                title: "creation, whatever is planned for later",
                rest: "<SttlmTmIndctn><CdtDtTm>2025-03-03T01:00:00Z</CdtDtTm></SttlmTmIndctn><IntrBkSttlmDt>2025-03-04</IntrBkSttlmDt><SttlmTmReq><CLSTm>07:00:00+01:00</CLSTm><TillTm>07:00:00Z</TillTm><FrTm>07:00:00Z</FrTm><RjctTm>07:00:00Z</RjctTm></SttlmTmReq>",
                time: "2025-03-01T09:00:00.000Z",
            },
        ];
        for (const { title, rest, group, time } of times) {
            it(`is ${title}`, async () =>
                assert.equal((await one({ ...(rest && { rest }) }, group ?? GROUP)).occurredAt, time));
        }

        it("is missed when nothing says it", async () =>
            assert.equal(await refusal({}, "<MsgId>M1</MsgId>"), "missing-field"));
        it("is missed when only the settlement date is said", async () => {
            const rest = "<IntrBkSttlmDt>2025-03-04</IntrBkSttlmDt>";
            assert.equal(await refusal({ rest }, "<MsgId>M1</MsgId><CreDtTm/>"), "missing-field");
        });
        it("is refused without a zone, unless the source has one", async () => {
            const group = "<MsgId>M1</MsgId><CreDtTm>2025-03-01T09:00:00.5</CreDtTm>";
            assert.equal(await refusal({}, group), "ambiguous-time");
            const conventions = { clock: wallClock("Europe/Berlin") };
            const file = document(message(transfer(), group));
            const [outcome] = (await read("iso20022", file, { conventions })).outcomes;
            assert.ok(outcome?.ok);
            assert.equal(outcome.transaction.occurredAt, "2025-03-01T08:00:00.500Z");
        });
        it("is refused when it is none", async () => {
            assert.equal(await refusal({ rest: "<AccptncDtTm>01.03.2025</AccptncDtTm>" }), "invalid-time");
        });
    });

    describe("the amount", () => {
        const amounts: { title: string; amount: string; minor: number; currency: string }[] = [
            {
                title: "without decimals",
                amount: '<IntrBkSttlmAmt Ccy="JPY">1500</IntrBkSttlmAmt>',
                minor: 1500,
                currency: "JPY",
            },
            {
                title: "with zeros for decimals it has not",
                amount: '<IntrBkSttlmAmt Ccy="JPY">1500.00</IntrBkSttlmAmt>',
                minor: 1500,
                currency: "JPY",
            },
            {
                title: "with three decimals",
                amount: '<IntrBkSttlmAmt Ccy="KWD">1.234</IntrBkSttlmAmt>',
                minor: 1234,
                currency: "KWD",
            },
            {
                title: "with four decimals",
                amount: '<IntrBkSttlmAmt Ccy="CLF">1.2345</IntrBkSttlmAmt>',
                minor: 12345,
                currency: "CLF",
            },
            {
                title: "settled, not instructed",
                amount: `${AMOUNT}<InstdAmt Ccy="USD">7.00</InstdAmt>`,
                minor: 1050,
                currency: "EUR",
            },
        ];
        for (const { title, amount, minor, currency } of amounts) {
            it(`is read ${title}`, async () => {
                const transaction = await one({ amount });
                assert.deepEqual([transaction.amountMinor, transaction.currency], [minor, currency]);
            });
        }

        const wrong: { title: string; amount: string; reason: string }[] = [
            {
                title: "zero alone",
                amount: '<IntrBkSttlmAmt Ccy="EUR">0.00</IntrBkSttlmAmt>',
                reason: "invalid-amount",
            },
            {
                title: "zero beside another amount of the instruction",
                amount: '<IntrBkSttlmAmt Ccy="EUR">0</IntrBkSttlmAmt><InstdAmt Ccy="USD">7.00</InstdAmt>',
                reason: "invalid-amount",
            },
            { title: "twice", amount: AMOUNT + AMOUNT.replace("10", "99"), reason: "malformed-row" },
            { title: "empty, then one", amount: `<IntrBkSttlmAmt Ccy="EUR"/>${AMOUNT}`, reason: "malformed-row" },
            { title: "around an element", amount: AMOUNT.replace(".", "<b/>00."), reason: "malformed-row" },
            { title: "of another namespace", amount: AMOUNT.replace(" ", ' xmlns="urn:x" '), reason: "missing-field" },
            {
                title: "three decimals of euros",
                amount: '<IntrBkSttlmAmt Ccy="EUR">1.234</IntrBkSttlmAmt>',
                reason: "invalid-amount",
            },
            { title: "no currency", amount: "<IntrBkSttlmAmt>1.23</IntrBkSttlmAmt>", reason: "missing-field" },
            {
                title: "no such currency",
                amount: '<IntrBkSttlmAmt Ccy="EUX">1.23</IntrBkSttlmAmt>',
                reason: "unknown-currency",
            },
            { title: "none", amount: "", reason: "missing-field" },
        ];
        for (const { title, amount, reason } of wrong) {
            it(`is refused: ${title}`, async () => assert.equal(await refusal({ amount }), reason));
        }
    });

    describe("control totals", () => {
        const two = transfer() + transfer({ ids: "<TxId>T2</TxId>" });
        const totals: { title: string; group: string; found: RegExp[] }[] = [
            {
                title: "that are right",
                group: "<NbOfTxs>2</NbOfTxs><CtrlSum>21</CtrlSum><TtlIntrBkSttlmAmt Ccy='EUR'>21.00</TtlIntrBkSttlmAmt>",
                found: [],
            },
            { title: "that are absent", group: "", found: [] },
            { title: "that are empty", group: "<NbOfTxs/><CtrlSum></CtrlSum>", found: [] },
            {
                title: "with a wrong number",
                group: "<NbOfTxs>3</NbOfTxs>",
                found: [/NbOfTxs is 3, transactions are 2/],
            },
            { title: "with no number", group: "<NbOfTxs>two</NbOfTxs>", found: [/NbOfTxs is two/] },
            {
                title: "with a wrong sum",
                group: "<CtrlSum>21.01</CtrlSum>",
                found: [/CtrlSum is 21.01, amounts add up to 21/],
            },
            { title: "with no sum", group: "<CtrlSum>much</CtrlSum>", found: [/CtrlSum is much/] },
            {
                title: "with a wrong total",
                group: "<TtlIntrBkSttlmAmt>1</TtlIntrBkSttlmAmt>",
                found: [/TtlIntrBkSttlmAmt is 1/],
            },
        ];
        for (const { title, group, found } of totals) {
            it(`${title} are ${found.length === 0 ? "passed" : "told"}, and the rows stand`, async () => {
                const result = await read("iso20022", document(message(two, GROUP + group)));
                assert.deepEqual(verdicts(result), ["ok", "ok"]);
                assert.equal(result.findings.length, found.length);
                for (const [index, pattern] of found.entries()) {
                    assert.equal(result.findings[index]?.kind, "control-total-mismatch");
                    assert.match(result.findings[index].detail, pattern);
                }
            });
        }

        it("of each batch are checked by themselves", async () => {
            const batch = (number: number) => `<GrpHdr>${GROUP}<NbOfTxs>${number}</NbOfTxs></GrpHdr>${two}`;
            const file = document(`<FIToFICstmrCdtTrf>${batch(1)}${batch(2)}</FIToFICstmrCdtTrf>`);
            const { findings } = await read("iso20022", file);
            assert.deepEqual(
                findings.map(({ detail }) => detail),
                ["message 1: NbOfTxs is 1, transactions are 2"],
            );
        });

        it("do not add up amounts that are none", async () => {
            const odd = two + transfer({ amount: '<IntrBkSttlmAmt Ccy="EUR">x</IntrBkSttlmAmt>' });
            const { findings } = await read("iso20022", document(message(odd, `${GROUP}<CtrlSum>1</CtrlSum>`)));
            assert.deepEqual(findings, []);
        });

        it("over two currencies have no total", async () => {
            const odd = transfer() + transfer({ amount: '<IntrBkSttlmAmt Ccy="USD">1</IntrBkSttlmAmt>' });
            const { findings } = await read(
                "iso20022",
                document(message(odd, `${GROUP}<TtlIntrBkSttlmAmt>1</TtlIntrBkSttlmAmt>`)),
            );
            assert.deepEqual(findings, []);
        });
    });
});
