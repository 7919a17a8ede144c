import assert from "node:assert/strict";
import { LIMITS } from "../../../../functions/unpack/limits.ts";
import { readerOf } from "../../../../functions/unpack/reader.ts";
import { cardTokens } from "../../../../functions/unpack/rows/card-tokens.ts";
import {
    AMOUNT,
    CREDITOR,
    CREDITOR_PART,
    DEBTOR,
    DEBTOR_PART,
    document,
    GROUP,
    message,
    one,
    type Parts,
    refusal,
    transfer,
} from "../support/pacs.ts";
import { inChunks } from "../support/readers.ts";

describe("an ISO 20022 payment", () => {
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
            {
                title: "an account number of a bank's own",
                debtor: account("<Othr><Id>0012-3</Id></Othr>") + agent,
                accountId: "AAAADEFF:0012-3",
            },
            {
                title: "the same at its head office's branch",
                debtor: account("<Othr><Id>0012-3</Id></Othr>") + agent.replace("DEFF", "DEFFXXX"),
                accountId: "AAAADEFF:0012-3",
            },
            {
                title: "an IBAN in another element",
                debtor: account("<Othr><Id>de89 3704 0044 0532 0130 00</Id></Othr>") + agent,
                accountId: DEBTOR,
            },
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

        it("that hold a card number have ids and accounts that nobody can compute without the key", async () => {
            const file = Buffer.from(
                document(message(transfer({ debtor: "<Dbtr><Nm>4539 5787 6362 1486</Nm></Dbtr>" }))),
            );
            const underKey = async (key: string) => {
                for await (const rows of readerOf("iso20022", inChunks(file, 1000), LIMITS).rows()) {
                    const outcome = rows[0]?.interpret(cardTokens(Buffer.from(key), "v1"));
                    if (outcome?.ok) return [outcome.transaction.id, outcome.transaction.accountId];
                }
                return [];
            };
            const [[id, account], [otherId, otherAccount]] = [await underKey("one"), await underKey("other")];
            assert.match(account ?? "", /^party-/);
            assert.notEqual(id, otherId);
            assert.notEqual(account, otherAccount);
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
            { rest: "<PmtTpInf><SvcLvl><Cd>SEPA</Cd></SvcLvl><SvcLvl><Prtry>TIPS</Prtry></SvcLvl></PmtTpInf>" },
            { rest: "<PmtTpInf><LclInstrm><Prtry>PIX</Prtry></LclInstrm></PmtTpInf>" },
        ];
        for (const parts of instants)
            it(`is instant with ${parts.rest}`, async () => assert.equal((await one(parts)).channel, "instant"));

        it("is instant when the group's clearing system is", async () => {
            const group = `${GROUP}<SttlmInf><ClrSys><Prtry>TIPS</Prtry></ClrSys></SttlmInf>`;
            assert.equal((await one({}, group)).channel, "instant");
        });

        it("is a wire otherwise", async () => {
            for (const level of ["SEPA", "SDVA"]) {
                const rest = `<PmtTpInf><SvcLvl><Cd>${level}</Cd></SvcLvl></PmtTpInf>`;
                assert.equal((await one({ rest })).channel, "wire", level);
            }
        });
    });
});
