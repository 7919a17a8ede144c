import assert from "node:assert/strict";
import fc from "fast-check";
import { inputs } from "../support/inputs.ts";
import { document, GROUP, message, transfer } from "../unpack/support/pacs.ts";
import { read } from "../unpack/support/readers.ts";

const version = fc.constantFrom("02", "06", "08", "09", "10");
const header = (text: string): string =>
    `<AppHdr xmlns="urn:iso:std:iso:20022:tech:xsd:head.001.001.02"><MsgDefIdr>pacs.008.001.${text}</MsgDefIdr></AppHdr>`;
const plain = (text: string): string => text.replace(/<\?.*?\?>/, "");

describe("messages of a file", () => {
    it("that hold no transaction are told of, and a file without any is refused", async () => {
        const counts = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 5 });
        await fc.assert(
            fc.asyncProperty(counts, async (some) => {
                const file = some.map((count) => plain(document(message(transfer().repeat(count))))).join("\n");
                const { findings, fault, outcomes } = await read("iso20022", file);
                const total = some.reduce((sum, count) => sum + count, 0);
                assert.equal(outcomes.length, total);
                assert.equal(fault?.reason, total === 0 ? "empty-file" : undefined);
                assert.equal(
                    findings.filter(({ kind }) => kind === "empty-message").length,
                    some.filter((count) => count === 0).length,
                );
            }),
            inputs(120),
        );
    });

    it("whose header announces another version are told of, each", async () => {
        const pairs = fc.array(fc.tuple(version, version), { minLength: 1, maxLength: 4 });
        await fc.assert(
            fc.asyncProperty(pairs, async (some) => {
                const documents = some.map(
                    ([announced, own]) =>
                        `<Envelope>${header(announced)}${plain(document(message(transfer()), own))}</Envelope>`,
                );
                const { findings, fault } = await read("iso20022", `<File>${documents.join("")}</File>`);
                assert.equal(fault, null);
                assert.equal(
                    findings.filter(({ kind }) => kind === "version-mismatch").length,
                    some.filter(([announced, own]) => announced !== own).length,
                );
            }),
            inputs(120),
        );
    });

    it("are what their own header announces, whatever other message it quotes", async () => {
        await fc.assert(
            fc.asyncProperty(version, version, fc.boolean(), async (own, quoted, before) => {
                const rltd = `<Rltd><MsgDefIdr>pacs.009.001.${quoted}</MsgDefIdr></Rltd>`;
                const definition = `<MsgDefIdr>pacs.008.001.${own}</MsgDefIdr>`;
                const head = `<AppHdr>${before ? rltd + definition : definition + rltd}</AppHdr>`;
                const file = `<Envelope>${head}${plain(document(message(transfer()), own))}</Envelope>`;
                const { findings, fault, outcomes } = await read("iso20022", file);
                assert.deepEqual([findings, fault, outcomes.length], [[], null, 1]);
            }),
            inputs(60),
        );
    });

    it("are instant only by what says so: of the same day is not within seconds", async () => {
        const codes = {
            instant: ["INST", "RTP", "FEDNOW", "TIPS", "SCTINST"],
            other: ["SDVA", "SEPA", "NURG", "URGP", "URNS", "G001", "TRF"],
        };
        const place = fc.constantFrom<(code: string) => string>(
            (code) => `<PmtTpInf><LclInstrm><Cd>${code}</Cd></LclInstrm></PmtTpInf>`,
            (code) => `<PmtTpInf><LclInstrm><Prtry>${code}</Prtry></LclInstrm></PmtTpInf>`,
            (code) => `<PmtTpInf><SvcLvl><Cd>${code}</Cd></SvcLvl></PmtTpInf>`,
            (code) => `<PmtTpInf><SvcLvl><Cd>SEPA</Cd></SvcLvl><SvcLvl><Cd>${code}</Cd></SvcLvl></PmtTpInf>`,
        );
        const kind = fc.constantFrom("instant" as const, "other" as const);
        await fc.assert(
            fc.asyncProperty(kind, fc.nat(), place, fc.boolean(), async (which, at, put, inGroup) => {
                const code = codes[which][at % codes[which].length] ?? "";
                const rest = inGroup ? {} : { rest: put(code) };
                const group = inGroup ? GROUP + put(code) : GROUP;
                const { outcomes } = await read("iso20022", document(message(transfer(rest), group)));
                const [first] = outcomes;
                assert.ok(first?.ok, JSON.stringify(first));
                assert.equal(first.transaction.channel, which === "instant" ? "instant" : "wire");
            }),
            inputs(120),
        );
    });

    it("whose totals are not those of their transactions are told of", async () => {
        const amounts = fc.array(fc.integer({ min: 1, max: 9_999 }), { minLength: 1, maxLength: 4 });
        const wrong = fc.constantFrom("", "NbOfTxs", "CtrlSum", "TtlIntrBkSttlmAmt");
        await fc.assert(
            fc.asyncProperty(amounts, wrong, fc.integer({ min: 1, max: 99 }), async (cents, which, off) => {
                const sum = cents.reduce((total, one) => total + one, 0);
                const money = (total: number): string => (total / 100).toFixed(2);
                const add = (name: string): number => (name === which ? off : 0);
                const group = `${GROUP}<NbOfTxs>${cents.length + add("NbOfTxs")}</NbOfTxs><CtrlSum>${money(sum + add("CtrlSum"))}</CtrlSum><TtlIntrBkSttlmAmt Ccy="EUR">${money(sum + add("TtlIntrBkSttlmAmt"))}</TtlIntrBkSttlmAmt>`;
                const transfers = cents.map((one, index) =>
                    transfer({
                        ids: `<TxId>T${index}</TxId>`,
                        amount: `<IntrBkSttlmAmt Ccy="EUR">${money(one)}</IntrBkSttlmAmt>`,
                    }),
                );
                const { findings } = await read("iso20022", document(message(transfers.join(""), group)));
                assert.deepEqual(
                    findings.map(({ kind }) => kind),
                    which === "" ? [] : ["control-total-mismatch"],
                );
            }),
            inputs(120),
        );
    });
});
