import assert from "node:assert/strict";
import fc from "fast-check";
import { countrySpecs, isValidIBAN } from "ibantools";
import { IBAN_LENGTHS } from "../../../contract/values/iban.ts";
import { inputs } from "../support/inputs.ts";
import { COLUMNS, row } from "../unpack/support/card-rows.ts";
import { document, message, transfer } from "../unpack/support/pacs.ts";
import { type Read, read } from "../unpack/support/readers.ts";

const CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/** The check digits of ISO 7064, by the whole number. */
function ibanOf(country: string, bban: string): string {
    const number = [...`${bban}${country}00`]
        .map((one) => CHARACTERS.indexOf(one))
        .map((at) => (at < 26 ? at + 10 : at - 26));
    const check = 98n - (BigInt(number.join("")) % 97n);
    return `${country}${String(check).padStart(2, "0")}${bban}`;
}

/** Countries with IBANs of their own whose account numbers need no check of their own. */
const FORMS: readonly [string, RegExp][] = Object.entries(countrySpecs)
    .filter(([country]) => IBAN_LENGTHS.has(country))
    .filter(([, spec]) => spec?.IBANRegistry === true && spec.bban_validation_func === undefined)
    .map(([country, spec]) => [country, new RegExp(`^${(spec?.bban_regexp ?? "").replace(/^\^|\$$/g, "")}$`)]);

const iban = fc
    .constantFrom(...FORMS)
    .chain(([country, form]) => fc.stringMatching(form).map((bban) => ibanOf(country, bban)));

/** How people write an IBAN. */
const SPELLINGS: readonly ((text: string) => string)[] = [
    (text) => text,
    (text) => text.toLowerCase(),
    (text) => (text.match(/.{1,4}/g) ?? []).join(" "),
    (text) => (text.match(/.{1,4}/g) ?? []).join("-"),
    (text) => (text.match(/.{1,4}/g) ?? []).join("\u00a0"),
    (text) => `IBAN ${text}`,
    (text) => `iban: ${(text.toLowerCase().match(/.{1,4}/g) ?? []).join(" ")}`,
    (text) => ` ${text} `,
    (text) => (text.match(/.{1,4}/g) ?? []).join("  "),
    (text) => (text.match(/.{1,4}/g) ?? []).join("/"),
    (text) => (text.match(/.{1,4}/g) ?? []).join("_"),
    (text) => [...text].join(" "),
    (text) => `${text.slice(0, 2)} ${text.slice(2)}`,
    (text) => `IBAN${text}`,
    (text) => `(IBAN) ${text}`,
    (text) => `/${text}`,
    (text) => `\u200b${text}\u200e`,
    (text) => text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
];
const spelling = fc.constantFrom(...SPELLINGS);

function accountOf({ outcomes }: Read): string {
    const [first] = outcomes;
    return first?.ok === true ? first.transaction.accountId : (first?.reason ?? "none");
}

/** The account as each format reads it. */
async function everywhere(written: string): Promise<string[]> {
    const banking = JSON.stringify({
        ...{ reference: "r", accountId: written, counterpartyAccount: "b", amount: 1.5, currency: "EUR" },
        ...{ bookedAt: "2025-03-01T10:00:00Z", channel: "wire", country: "FR" },
    });
    const debtor = (element: string): string => `<DbtrAcct><Id>${element}</Id></DbtrAcct>`;
    const pacs = (element: string) => read("iso20022", document(message(transfer({ debtor: debtor(element) }))));
    return [
        accountOf(await read("card-network", `${COLUMNS}\n${row({ account_id: `"${written}"` })}`)),
        accountOf(await read("core-banking", banking)),
        accountOf(await pacs(`<IBAN>${written}</IBAN>`)),
        accountOf(await pacs(`<Othr><Id>${written}</Id></Othr>`)),
    ];
}

describe("accounts", () => {
    it("that are IBANs are one and the same in every spelling and format", async () => {
        assert.ok(FORMS.length > 40, `only ${FORMS.length} countries`);
        await fc.assert(
            fc.asyncProperty(iban, spelling, async (text, write) => {
                assert.deepEqual(await everywhere(write(text)), [text, text, text, text]);
            }),
            inputs(150),
        );
    });

    it("whose check digits are wrong are no IBAN: no spelling makes one of them", async () => {
        await fc.assert(
            fc.asyncProperty(iban, spelling, fc.integer({ min: 1, max: 96 }), async (text, write, off) => {
                const check = String((Number(text.slice(2, 4)) + off) % 100).padStart(2, "0");
                const wrong = text.slice(0, 2) + check + text.slice(4);
                fc.pre(!isValidIBAN(wrong));
                for (const found of await everywhere(write(wrong))) assert.notEqual(found, text);
            }),
            inputs(80),
        );
    });

    it("that are said twice, as an IBAN and as another number, are neither", async () => {
        const number = fc.stringMatching(/^[1-9]\d{3,9}$/);
        const other = fc.constantFrom<(id: string) => string>(
            (id) => `<Othr><Id>${id}</Id></Othr>`,
            (id) => `<BBAN>${id}</BBAN>`,
            (id) => `<PrtryAcct><Id>${id}</Id></PrtryAcct>`,
        );
        await fc.assert(
            fc.asyncProperty(iban, number, other, fc.boolean(), async (text, id, write, first) => {
                const both = [`<IBAN>${text}</IBAN>`, write(id)];
                const account = `<DbtrAcct><Id>${(first ? both : both.reverse()).join("")}</Id></DbtrAcct>`;
                const found = await read("iso20022", document(message(transfer({ debtor: account }))));
                assert.deepEqual(accountOf(found), "malformed-row");
            }),
            inputs(80),
        );
    });

    it("that banks number as they like are the same only with the same bank", async () => {
        const number = fc.stringMatching(/^[1-9]\d{3,9}$/);
        const bank = fc.constantFrom("DEUTDEFF", "BNPAFRPP", "DEUTDEFFXXX", "BARCGB22");
        await fc.assert(
            fc.asyncProperty(number, bank, number, bank, fc.boolean(), async (one, its, other, others, same) => {
                const second = same ? one : other;
                const party = (name: string, id: string, bic: string): string =>
                    `<${name}Agt><FinInstnId><BICFI>${bic}</BICFI></FinInstnId></${name}Agt><${name}Acct><Id><Othr><Id>${id}</Id></Othr></Id></${name}Acct>`;
                const file = document(
                    message(transfer({ debtor: party("Dbtr", one, its), creditor: party("Cdtr", second, others) })),
                );
                const [found] = (await read("iso20022", file)).outcomes;
                assert.ok(found?.ok, JSON.stringify(found));
                const { accountId, counterpartyId } = found.transaction;
                const sameBank = its.replace(/XXX$/, "") === others.replace(/XXX$/, "");
                assert.equal(accountId === counterpartyId, one === second && sameBank);
            }),
            inputs(100),
        );
    });
});
