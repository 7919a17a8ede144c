import assert from "node:assert/strict";
import type { Transaction } from "../../../functions/contract/transaction.ts";
import { read, verdicts } from "./support/readers.ts";

const DEBTOR = "DE89370400440532013000";
const CREDITOR = "FR1420041010050500013M02606";
const GROUP = "<MsgId>M1</MsgId><CreDtTm>2025-03-01T09:00:00Z</CreDtTm>";
const AMOUNT = '<IntrBkSttlmAmt Ccy="EUR">10.50</IntrBkSttlmAmt>';
const DEBTOR_PART = `<Dbtr><Nm>A</Nm></Dbtr><DbtrAcct><Id><IBAN>${DEBTOR}</IBAN></Id></DbtrAcct>`;
const CREDITOR_PART = `<Cdtr><Nm>B</Nm></Cdtr><CdtrAcct><Id><IBAN>${CREDITOR}</IBAN></Id></CdtrAcct>`;

interface Parts {
    ids?: string;
    amount?: string;
    debtor?: string;
    creditor?: string;
    rest?: string;
}

function transfer({ ids, amount, debtor, creditor, rest }: Parts = {}): string {
    const id = ids ?? "<EndToEndId>NOTPROVIDED</EndToEndId><TxId>T1</TxId>";
    const parts = [amount ?? AMOUNT, rest ?? "", debtor ?? DEBTOR_PART, creditor ?? CREDITOR_PART];
    return `<CdtTrfTxInf><PmtId>${id}</PmtId>${parts.join("")}</CdtTrfTxInf>`;
}

function message(transfers: string, group = GROUP): string {
    return `<FIToFICstmrCdtTrf><GrpHdr>${group}</GrpHdr>${transfers}</FIToFICstmrCdtTrf>`;
}

function document(body: string, version = "08"): string {
    const namespace = `urn:iso:std:iso:20022:tech:xsd:pacs.008.001.${version}`;
    return `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="${namespace}">${body}</Document>`;
}

async function one(parts: Parts, group = GROUP): Promise<Transaction> {
    const { outcomes, fault } = await read("iso20022", document(message(transfer(parts), group)));
    assert.equal(fault, null);
    const [outcome] = outcomes;
    assert.ok(outcome?.ok, JSON.stringify(outcome));
    return outcome.transaction;
}

async function refusal(parts: Parts, group = GROUP): Promise<string | undefined> {
    return verdicts(await read("iso20022", document(message(transfer(parts), group))))[0];
}

function prefixed(xml: string, prefix: string): string {
    return xml.replace(/<(\/?)([A-Z])/g, `<$1${prefix}:$2`);
}

describe("an ISO 20022 file", () => {
    it("becomes canonical transactions", async () => {
        const { id, ...rest } = await one({});
        assert.match(id, /^iso20022:[0-9a-f]{32}$/);
        assert.deepEqual(rest, {
            source: "iso20022",
            accountId: DEBTOR,
            counterpartyId: CREDITOR,
            amountMinor: 1050,
            currency: "EUR",
            occurredAt: "2025-03-01T09:00:00.000Z",
            channel: "wire",
            country: "FR",
        });
    });

    const body = message(transfer());
    const header = `<AppHdr xmlns="urn:iso:std:iso:20022:tech:xsd:head.001.001.02"><MsgDefIdr>pacs.008.001.09</MsgDefIdr></AppHdr>`;
    const ours = document(body).replace(/<\?.*?\?>/, "");
    const envelopes: { title: string; file: string | Buffer }[] = [
        ...["01", "02", "08", "10", "13"].map((version) => ({
            title: `version ${version}`,
            file: document(body, version),
        })),
        {
            title: "version 01 by its own name",
            file: document(body, "01").replaceAll("FIToFICstmrCdtTrf", "pacs.008.001.01"),
        },
        { title: "no namespace", file: `<Document>${body}</Document>` },
        {
            title: "a prefix",
            file: prefixed(`<Document>${body}</Document>`, "ns2").replace(">", ' xmlns:ns2="urn:x">'),
        },
        { title: "a prefix that is not declared", file: prefixed(`<Document>${body}</Document>`, "p") },
        { title: "a scheme's namespace", file: `<Document xmlns="urn:scheme:payments">${body}</Document>` },
        { title: "a header beside the document", file: `<Msg>${header}${ours}</Msg>` },
        {
            title: "a business envelope",
            file: `<BizMsgEnvlp xmlns="urn:e"><Hdr>${header}</Hdr><Body>${ours}</Body></BizMsgEnvlp>`,
        },
        { title: "no document", file: body },
        {
            title: "a scheme's own message element, told by namespace",
            file: prefixed(body, "ct")
                .replaceAll("ct:FIToFICstmrCdtTrf", "CreditTransfer")
                .replace(/^/, '<Message xmlns="urn:tch" xmlns:ct="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.06">')
                .concat("</Message>"),
        },
        {
            title: "a scheme's own message element, told by the header",
            file: `<Message>${header}${body.replaceAll("FIToFICstmrCdtTrf", "CreditTransfer")}</Message>`,
        },
        {
            title: "comments and instructions",
            file: `<!-- <!DOCTYPE --><?pi x?>${ours.replaceAll("<Cdtr>", "<!-- > --><Cdtr><?p?>")}`,
        },
        { title: "character data sections", file: ours.replace(DEBTOR, `<![CDATA[${DEBTOR}]]>`) },
        { title: "character references", file: ours.replace("M1", "M&#49;").replace("<Nm>A", "<Nm>A &amp; B") },
        { title: "line ends and blanks", file: ours.replaceAll("><", ">\r\n  <").replace(DEBTOR, `\n ${DEBTOR} \n`) },
        { title: "a byte order mark", file: `\ufeff${document(body)}` },
        { title: "UTF-16", file: Buffer.from(`\ufeff${document(body).replace("UTF-8", "UTF-16")}`, "utf16le") },
        { title: "UTF-16 that says UTF-8", file: Buffer.from(document(body), "utf16le") },
        { title: "UTF-8 that says UTF-16", file: document(body).replace("UTF-8", "UTF-16") },
        {
            title: "Latin-1 as declared",
            file: Buffer.from(document(body).replace("UTF-8", "ISO-8859-1").replace("<Nm>A", "<Nm>é"), "latin1"),
        },
        { title: "Latin-1 that says UTF-8", file: Buffer.from(document(body).replace("<Nm>A", "<Nm>é"), "latin1") },
    ];
    for (const { title, file } of envelopes) {
        it(`is read with ${title}`, async () => {
            const expected = await one({});
            for (const chunk of [1, 13, 100_000]) {
                const { outcomes, fault } = await read("iso20022", file, { chunk });
                assert.equal(fault, null);
                assert.deepEqual(outcomes, [{ ok: true, transaction: expected, tokenised: false }]);
            }
        });
    }

    it("is read with several documents, in one element or one after another", async () => {
        const documents = [1, 2, 3].map((number) => document(message(transfer({ ids: `<TxId>T${number}</TxId>` }))));
        const bare = documents.map((text) => text.replace(/<\?.*?\?>/, ""));
        for (const file of [documents.join("\n\ufeff"), `<File>${bare.join("")}</File>`]) {
            const result = await read("iso20022", file, { chunk: 11 });
            assert.equal(result.fault, null);
            assert.deepEqual(verdicts(result), ["ok", "ok", "ok"]);
            assert.deepEqual(result.places[2], "transaction 1 of message 3");
        }
    });

    describe("the id", () => {
        const agent = "<InstgAgt><FinInstnId><BICFI>AAAADEFF</BICFI></FinInstnId></InstgAgt>";
        const variants: { title: string; parts: Parts; group?: string }[] = [
            {
                title: "another transaction reference",
                parts: { ids: "<EndToEndId>NOTPROVIDED</EndToEndId><TxId>T2</TxId>" },
            },
            { title: "another end-to-end reference", parts: { ids: "<EndToEndId>E</EndToEndId><TxId>T1</TxId>" } },
            {
                title: "an instruction reference",
                parts: { ids: "<InstrId>I</InstrId><EndToEndId>NOTPROVIDED</EndToEndId><TxId>T1</TxId>" },
            },
            { title: "a UETR", parts: { ids: "<EndToEndId>NOTPROVIDED</EndToEndId><TxId>T1</TxId><UETR>u</UETR>" } },
            { title: "another amount", parts: { amount: AMOUNT.replace("10.50", "10.51") } },
            { title: "another debtor", parts: { debtor: DEBTOR_PART.replace(DEBTOR, "DE02120300000000202051") } },
            { title: "another creditor", parts: { creditor: CREDITOR_PART.replace(CREDITOR, DEBTOR) } },
            { title: "another message", parts: {}, group: GROUP.replace("M1", "M2") },
            { title: "an instructing agent", parts: {}, group: GROUP + agent },
        ];
        for (const { title, parts, group } of variants) {
            it(`differs with ${title}`, async () => assert.notEqual((await one(parts, group)).id, (await one({})).id));
        }

        it("is the same whether the agent stands at the group or the transaction", async () => {
            assert.equal((await one({ rest: agent })).id, (await one({}, GROUP + agent)).id);
        });

        it("does not depend on names or times", async () => {
            const other = await one({
                debtor: DEBTOR_PART.replace(">A<", ">C<"),
                rest: "<AccptncDtTm>2025-03-01T08:00:00Z</AccptncDtTm>",
            });
            assert.equal(other.id, (await one({})).id);
        });
    });

    describe("the time", () => {
        const times: { title: string; rest?: string; group?: string; time: string }[] = [
            {
                title: "acceptance",
                rest: "<IntrBkSttlmDt>2025-03-04</IntrBkSttlmDt><AccptncDtTm>2025-03-02T01:00:00+01:00</AccptncDtTm>",
                time: "2025-03-02T00:00:00.000Z",
            },
            {
                title: "settlement indication",
                rest: "<SttlmTmIndctn><CdtDtTm>2025-03-03T01:00:00Z</CdtDtTm></SttlmTmIndctn>",
                time: "2025-03-03T01:00:00.000Z",
            },
            {
                title: "a requested time on the settlement date",
                rest: "<IntrBkSttlmDt>2025-03-04</IntrBkSttlmDt><SttlmTmReq><CLSTm>07:00:00+01:00</CLSTm></SttlmTmReq>",
                time: "2025-03-04T06:00:00.000Z",
            },
            {
                title: "no requested time without a date",
                rest: "<SttlmTmReq><CLSTm>07:00:00+01:00</CLSTm></SttlmTmReq>",
                time: "2025-03-01T09:00:00.000Z",
            },
            {
                title: "the group's date for a requested time",
                rest: "<SttlmTmReq><TillTm>07:00:00Z</TillTm></SttlmTmReq>",
                group: `${GROUP}<IntrBkSttlmDt>2025-03-05Z</IntrBkSttlmDt>`,
                time: "2025-03-05T07:00:00.000Z",
            },
            {
                title: "creation without a zone",
                group: "<MsgId>M1</MsgId><CreDtTm>2025-03-01T09:00:00.5</CreDtTm>",
                time: "2025-03-01T09:00:00.500Z",
            },
            {
                title: "the settlement date alone",
                rest: "<IntrBkSttlmDt>2025-03-04</IntrBkSttlmDt>",
                group: "<MsgId>M1</MsgId><CreDtTm/>",
                time: "2025-03-04T00:00:00.000Z",
            },
        ];
        for (const { title, rest, group, time } of times) {
            it(`is ${title}`, async () =>
                assert.equal((await one({ ...(rest && { rest }) }, group ?? GROUP)).occurredAt, time));
        }

        it("is missed when nothing says it", async () =>
            assert.equal(await refusal({}, "<MsgId>M1</MsgId>"), "missing-field"));
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
                title: "of the instruction when 0 is settled",
                amount: '<IntrBkSttlmAmt Ccy="EUR">0</IntrBkSttlmAmt><InstdAmt Ccy="USD">7.00</InstdAmt>',
                minor: 700,
                currency: "USD",
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

    describe("the parties", () => {
        const agent = "<DbtrAgt><FinInstnId><BICFI>AAAADEFF</BICFI></FinInstnId></DbtrAgt>";
        const account = (inner: string) => `<DbtrAcct><Id>${inner}</Id></DbtrAcct>`;
        const debtors: { title: string; debtor: string; accountId: string | RegExp }[] = [
            {
                title: "an IBAN with blanks",
                debtor: account("<IBAN>DE89 3704 0044 0532 0130 00</IBAN>"),
                accountId: DEBTOR,
            },
            { title: "another account number", debtor: account("<Othr><Id>0012-3</Id></Othr>"), accountId: "0012-3" },
            { title: "version 01's account", debtor: account("<PrtryAcct><Id>77</Id></PrtryAcct>"), accountId: "77" },
            {
                title: "an account in SWIFT's characters",
                debtor: account("<Othr><Id>A(1)+2</Id></Othr>"),
                accountId: /^account-[0-9a-f]{32}$/,
            },
            {
                title: "an alias",
                debtor: "<DbtrAcct><Prxy><Id>a@b.example</Id></Prxy></DbtrAcct>",
                accountId: /^account-/,
            },
            {
                title: "an organisation without account",
                debtor: "<Dbtr><Id><OrgId><AnyBIC>BBBBDEFF</AnyBIC></OrgId></Id></Dbtr>",
                accountId: "BBBBDEFF",
            },
            {
                title: "a person without account",
                debtor: "<Dbtr><Id><PrvtId><Othr><Id>P1</Id></Othr></PrvtId></Id></Dbtr>",
                accountId: "P1",
            },
            {
                title: "a name at a bank",
                debtor: `<Dbtr><Nm>Jane</Nm></Dbtr>${agent}`,
                accountId: /^party-[0-9a-f]{32}$/,
            },
        ];
        for (const { title, debtor, accountId } of debtors) {
            it(`are read with ${title}`, async () => {
                const transaction = await one({ debtor });
                if (typeof accountId === "string") assert.equal(transaction.accountId, accountId);
                else assert.match(transaction.accountId, accountId);
            });
        }

        it("tell one name at two banks apart", async () => {
            const here = await one({ debtor: `<Dbtr><Nm>Jane</Nm></Dbtr>${agent}` });
            const there = await one({ debtor: `<Dbtr><Nm>Jane</Nm></Dbtr>${agent.replace("AAAA", "CCCC")}` });
            assert.notEqual(here.accountId, there.accountId);
        });

        it("are missed when empty", async () => {
            assert.equal(await refusal({ debtor: "<Dbtr/><DbtrAcct/>" }), "missing-field");
            assert.equal(await refusal({ creditor: "<Cdtr><Nm> </Nm></Cdtr>" }), "missing-field");
        });

        it("are refused with look-alike letters", async () => {
            assert.equal(await refusal({ debtor: account("<Othr><Id>\u0410CC</Id></Othr>") }), "invalid-identifier");
        });

        it("whose account looks like a card go on under its token", async () => {
            const { accountId } = await one({ debtor: account("<Othr><Id>4111111111111111</Id></Othr>") });
            assert.match(accountId, /^tok_v1_/);
        });
    });

    describe("the country", () => {
        const other = "<CdtrAcct><Id><Othr><Id>1</Id></Othr></Id></CdtrAcct>";
        const cdtrAgent = (inner: string) => `<CdtrAgt><FinInstnId>${inner}</FinInstnId></CdtrAgt>`;
        const usd = '<IntrBkSttlmAmt Ccy="USD">1.00</IntrBkSttlmAmt>';
        const countries: { title: string; parts: Parts; country: string }[] = [
            { title: "the creditor's IBAN", parts: { rest: cdtrAgent("<BICFI>AAAAESMM</BICFI>") }, country: "FR" },
            {
                title: "the creditor's bank",
                parts: { creditor: cdtrAgent("<BICFI>AAAAESMM</BICFI>") + other },
                country: "ES",
            },
            {
                title: "the creditor's bank in version 01",
                parts: { creditor: cdtrAgent("<CmbndId><BIC>AAAAESMM</BIC></CmbndId>") + other },
                country: "ES",
            },
            {
                title: "the creditor's address",
                parts: { creditor: `<Cdtr><PstlAdr><Ctry>IT</Ctry></PstlAdr></Cdtr>${other}` },
                country: "IT",
            },
            {
                title: "the bank's address",
                parts: { creditor: cdtrAgent("<PstlAdr><Ctry>PT</Ctry></PstlAdr>") + other },
                country: "PT",
            },
            {
                title: "the clearing system",
                parts: {
                    creditor:
                        cdtrAgent("<ClrSysMmbId><ClrSysId><Cd>USABA</Cd></ClrSysId><MmbId>1</MmbId></ClrSysMmbId>") +
                        other,
                },
                country: "US",
            },
            {
                title: "the debtor's bank",
                parts: { creditor: other, rest: "<DbtrAgt><FinInstnId><BICFI>AAAANLXX</BICFI></FinInstnId></DbtrAgt>" },
                country: "NL",
            },
            { title: "the currency's, last", parts: { creditor: other, amount: usd }, country: "US" },
        ];
        for (const { title, parts, country } of countries) {
            it(`is that of ${title}`, async () => assert.equal((await one(parts)).country, country));
        }

        it("is missed when nothing tells it", async () =>
            assert.equal(await refusal({ creditor: other }), "missing-field"));
        it("is refused when it is none", async () => {
            assert.equal(
                await refusal({ creditor: `<Cdtr><PstlAdr><Ctry>QQ</Ctry></PstlAdr></Cdtr>${other}` }),
                "unknown-country",
            );
        });
    });

    describe("the channel", () => {
        const instants: Parts[] = [
            { rest: "<PmtTpInf><LclInstrm><Cd>INST</Cd></LclInstrm></PmtTpInf>" },
            { rest: "<PmtTpInf><SvcLvl><Cd>SDVA</Cd></SvcLvl></PmtTpInf>" },
            { rest: "<PmtTpInf><LclInstrm><Prtry>PIX</Prtry></LclInstrm></PmtTpInf>" },
        ];
        for (const parts of instants)
            it(`is instant with ${parts.rest}`, async () => assert.equal((await one(parts)).channel, "instant"));

        it("is instant when the group's clearing system is", async () => {
            const group = `${GROUP}<SttlmInf><ClrSys><Prtry>TIPS</Prtry></ClrSys></SttlmInf>`;
            assert.equal((await one({}, group)).channel, "instant");
        });

        it("is a wire otherwise", async () => {
            assert.equal((await one({ rest: "<PmtTpInf><SvcLvl><Cd>SEPA</Cd></SvcLvl></PmtTpInf>" })).channel, "wire");
        });
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
            const file = document(`<FIToFICstmrCdtTrf>${batch(2)}${batch(1)}</FIToFICstmrCdtTrf>`);
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

    describe("faults", () => {
        const good = document(message(transfer()));
        const entity = '<!DOCTYPE Document [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';
        const faults: { title: string; file: string | Buffer; rows: number; reason: string; detail: RegExp }[] = [
            { title: "no bytes", file: "", rows: 0, reason: "empty-file", detail: /no bytes/ },
            { title: "blanks", file: " \n ", rows: 0, reason: "empty-file", detail: /no element/ },
            { title: "no XML", file: "transaction_id,card", rows: 0, reason: "unreadable-file", detail: /not XML/ },
            {
                title: "a document type",
                file: `${entity}${good}`,
                rows: 0,
                reason: "forbidden-xml",
                detail: /document type/,
            },
            {
                title: "an external document type",
                file: `<!DOCTYPE d SYSTEM "file:///etc/passwd">${good}`,
                rows: 0,
                reason: "forbidden-xml",
                detail: /document type/,
            },
            {
                title: "an entity",
                file: good.replace("M1", "&xxe;"),
                rows: 0,
                reason: "forbidden-xml",
                detail: /entity/,
            },
            {
                title: "a document type after the rows",
                file: `${good}${entity}`,
                rows: 1,
                reason: "forbidden-xml",
                detail: /document type/,
            },
            {
                title: "the financial institutions' message",
                file: good.replaceAll("FIToFICstmrCdtTrf", "FICdtTrf"),
                rows: 0,
                reason: "wrong-message",
                detail: /FICdtTrf/,
            },
            {
                title: "a payment initiation",
                file: "<Document><CstmrCdtTrfInitn><GrpHdr/><PmtInf><CdtTrfTxInf/></PmtInf></CstmrCdtTrfInitn></Document>",
                rows: 0,
                reason: "wrong-message",
                detail: /CstmrCdtTrfInitn/,
            },
            {
                title: "a message whose header lies",
                file: `<M>${header}<FICdtTrf><GrpHdr/><CdtTrfTxInf/></FICdtTrf></M>`,
                rows: 0,
                reason: "wrong-message",
                detail: /FICdtTrf/,
            },
            {
                title: "another message beside ours",
                file: `<F>${"<FICdtTrf><GrpHdr/></FICdtTrf>"}${ours}</F>`,
                rows: 1,
                reason: "wrong-message",
                detail: /FICdtTrf/,
            },
            {
                title: "a page of the web",
                file: "<html><body>Not found</body></html>",
                rows: 0,
                reason: "wrong-message",
                detail: /html/,
            },
            { title: "a cut file", file: good.slice(0, -10), rows: 1, reason: "truncated-file", detail: /ends inside/ },
            {
                title: "a file cut in a row",
                file: good.slice(0, -70),
                rows: 0,
                reason: "truncated-file",
                detail: /ends inside/,
            },
            {
                title: "a file cut in a comment",
                file: `${good}<!-- `,
                rows: 1,
                reason: "truncated-file",
                detail: /ends inside/,
            },
            {
                title: "tags that cross",
                file: good.replace("</Document>", "</Dokument>"),
                rows: 1,
                reason: "unreadable-file",
                detail: /not well-formed/,
            },
            {
                title: "text behind the last element",
                file: `${good} bye`,
                rows: 1,
                reason: "unreadable-file",
                detail: /outside/,
            },
            {
                title: "an encoding nobody knows",
                file: good.replace("UTF-8", "X-KLINGON"),
                rows: 0,
                reason: "unreadable-file",
                detail: /X-KLINGON/i,
            },
            {
                title: "deep nesting",
                file: good.replace("<Nm>A", `<Nm>${"<a>".repeat(100)}`),
                rows: 0,
                reason: "unreadable-file",
                detail: /nested deeper than 64/,
            },
            {
                title: "an endless text",
                file: good.replace("<Nm>A", `<Nm>${"a".repeat(5000)}`),
                rows: 0,
                reason: "unreadable-file",
                detail: /a text is longer/,
            },
            {
                title: "an endless tag",
                file: good.replace("<Nm>", `<Nm x="${"a".repeat(5000)}">`),
                rows: 0,
                reason: "unreadable-file",
                detail: /a tag is longer/,
            },
            {
                title: "an endless comment",
                file: good.replace("<Nm>", `<!-- ${"<a>".repeat(5000)} --><Nm>`),
                rows: 0,
                reason: "unreadable-file",
                detail: /a comment is longer/,
            },
            {
                title: "an endless section",
                file: good.replace("<Nm>", `<Nm><![CDATA[${"<a>".repeat(5000)}`),
                rows: 0,
                reason: "unreadable-file",
                detail: /a cdata is longer/,
            },
        ];
        for (const { title, file, rows, reason, detail } of faults) {
            it(`${title}: ${reason}`, async () => {
                for (const chunk of [3, 100_000]) {
                    const result = await read("iso20022", file, { chunk, limits: { xmlNodeLength: 4000 } });
                    assert.equal(result.outcomes.length, rows);
                    assert.equal(result.fault?.reason, reason);
                    assert.match(result.fault.detail, detail);
                }
            });
        }

        it("of one row: longer than a row may be", async () => {
            const long = transfer({ rest: "<RmtInf>".concat("<Ustrd>x</Ustrd>".repeat(200), "</RmtInf>") });
            const result = await read("iso20022", document(message(transfer() + long + transfer())), {
                limits: { rowBytes: 2000 },
            });
            assert.deepEqual(verdicts(result), ["ok", "row-too-long", "ok"]);
        });
    });

    it("keeps of a refused transaction what was read, masked", async () => {
        const { contents } = await read(
            "iso20022",
            document(
                message(
                    transfer({ amount: "", rest: "<InstrId>x</InstrId><PmtId><TxId>4111111111111111</TxId></PmtId>" }),
                ),
            ),
        );
        assert.match(contents[0] ?? "", /"PmtId\/TxId":"T1"/);
        assert.ok(!contents[0]?.includes("4111111111111111"));
    });
});
