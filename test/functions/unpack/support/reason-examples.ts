import { gzipSync } from "node:zlib";
import type { FileFinding, Reason } from "../../../../contract/reasons.ts";
import { canonicalJson, type Transaction } from "../../../../contract/transaction/transaction.ts";
import { transaction } from "../../support/transactions.ts";

export const FORMATS = ["CSV", "NDJSON", "XML", "live"] as const;
export type Format = (typeof FORMATS)[number];

/** A file, or a message after those before it; `key` where the name is what is wrong. */
export interface Example {
    content: string | Uint8Array;
    key?: string;
    before?: string;
    /** What the guard of the queue would stop. */
    stopped?: true;
}
type Made = string | Uint8Array | Example;
export type Examples = Partial<Record<Reason | FileFinding, Partial<Record<Format, Made>>>>;

const CARD = "5555555555554444";
const FUTURE = "2999-01-01T00:00:00Z";

const COLUMNS = {
    transaction_id: "t-1",
    card_number: CARD,
    account_id: "acc-1",
    merchant_id: "m-1",
    merchant_category_code: "5411",
    merchant_country: "DE",
    amount: "12.50",
    currency: "EUR",
    transaction_time: "2025-02-01T08:00:00Z",
};
const HEADER = Object.keys(COLUMNS).join(",");
const row = (changes: Partial<typeof COLUMNS> = {}): string => Object.values({ ...COLUMNS, ...changes }).join(",");
const csv = (changes: Partial<typeof COLUMNS> = {}): string => `${HEADER}\n${row(changes)}\n`;

const BOOKING = {
    reference: "b-1",
    accountId: "acc-1",
    counterpartyAccount: "acc-2",
    amount: "12.50",
    currency: "EUR",
    bookedAt: "2025-02-01T08:00:00Z",
    channel: "wire",
    country: "DE",
};
const line = (changes: Partial<typeof BOOKING> = {}): string => `${JSON.stringify({ ...BOOKING, ...changes })}\n`;

const TRANSFER = {
    id: "<EndToEndId>E-1</EndToEndId>",
    amount: '<IntrBkSttlmAmt Ccy="EUR">12.50</IntrBkSttlmAmt>',
    time: "<AccptncDtTm>2025-02-01T08:00:00Z</AccptncDtTm>",
    debtor: "1",
    bank: "BNPAFRPP",
    creditor: "2",
    rest: "",
};
type Transfer = typeof TRANSFER;
const account = (name: string, id: string): string => `<${name}><Id><Othr><Id>${id}</Id></Othr></Id></${name}>`;
const agent = (name: string, bank: string): string =>
    `<${name}><FinInstnId><BICFI>${bank}</BICFI></FinInstnId></${name}>`;
function transfer(changes: Partial<Transfer> = {}): string {
    const { id, amount, time, debtor, bank, creditor, rest } = { ...TRANSFER, ...changes };
    const parties = debtor === "" ? "" : account("DbtrAcct", debtor);
    const agents = agent("DbtrAgt", bank) + agent("CdtrAgt", bank);
    return `<CdtTrfTxInf><PmtId>${id}</PmtId>${amount}${time}${parties}${agents}${account("CdtrAcct", creditor)}${rest}</CdtTrfTxInf>`;
}
const GROUP = "<GrpHdr><MsgId>M-1</MsgId></GrpHdr>";
const body = (content: string, version = "08"): string =>
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.${version}"><FIToFICstmrCdtTrf>${content}</FIToFICstmrCdtTrf></Document>`;
const xml = (changes: Partial<Transfer> = {}): string => body(GROUP + transfer(changes));

const message = (changes: Partial<Record<keyof Transaction, unknown>> = {}): string =>
    canonicalJson(transaction(changes as Partial<Transaction>));
const bomb = (): Uint8Array => gzipSync(Buffer.alloc(17 * 1024 * 1024, 0x20), { level: 9 });
const cut = (text: string): Uint8Array => gzipSync(text).subarray(0, -6);
const stopped = (content: string): Example => ({ content, stopped: true });
const named = (key: string, content: string): Example => ({ content, key });

/** For each reason, and each format that can get it, one thing that does. */
export const EXAMPLES: Examples = {
    "malformed-row": { CSV: `${csv()}${row()},x\n`, NDJSON: "[1]\n", XML: xml({ rest: TRANSFER.amount }) },
    "row-too-long": {
        CSV: csv({ account_id: "a".repeat(1 << 20) }),
        NDJSON: line({ accountId: "a".repeat(1 << 20) }),
        XML: xml({ rest: "<RmtInf><Ustrd>a</Ustrd></RmtInf>".repeat(40_000) }),
    },
    "missing-field": {
        CSV: csv({ account_id: "" }),
        NDJSON: line({ accountId: "" }),
        XML: xml({ debtor: "" }),
        live: message({ accountId: "" }),
    },
    "invalid-identifier": {
        CSV: csv({ account_id: "=1+1" }),
        NDJSON: line({ accountId: "\u0391-1" }),
        XML: xml({ debtor: "\u0391-1" }),
        live: message({ accountId: "a b" }),
    },
    "invalid-amount": {
        CSV: csv({ amount: "0.00" }),
        NDJSON: line({ amount: "-1" }),
        XML: xml({ amount: '<IntrBkSttlmAmt Ccy="EUR">1.234</IntrBkSttlmAmt>' }),
        live: message().replace("12000", "12000.5"),
    },
    "ambiguous-amount": { CSV: csv({ amount: "1.500" }).replaceAll(",", ";"), NDJSON: line({ amount: "1,000" }) },
    "unknown-currency": {
        CSV: csv({ currency: "XXQ" }),
        NDJSON: line({ currency: "eur" }),
        XML: xml({ amount: '<IntrBkSttlmAmt Ccy="XXQ">1</IntrBkSttlmAmt>' }),
        live: message({ currency: "DEM" }),
    },
    "invalid-time": {
        CSV: csv({ transaction_time: "2025-02-30T08:00:00Z" }),
        NDJSON: line({ bookedAt: "2025-02-01T08:00:00+14:59" }),
        XML: xml({ time: "<AccptncDtTm>yesterday</AccptncDtTm>" }),
        live: message({ occurredAt: "2025-02-01T08:00:00Z" }),
    },
    "ambiguous-time": {
        CSV: csv({ transaction_time: "2025-02-01T08:00:00" }),
        NDJSON: line({ bookedAt: "2025-02-01T08:00:00" }),
        XML: xml({ time: "<AccptncDtTm>2025-02-01T08:00:00</AccptncDtTm>" }),
    },
    "unknown-channel": { NDJSON: line({ channel: "cheque" }), live: message({ channel: "pigeon" }) },
    "unknown-country": {
        CSV: csv({ merchant_country: "ZZ" }),
        NDJSON: line({ country: "UK" }),
        XML: xml({ bank: "BNPAZZPP" }),
        live: message({ country: "SU" }),
    },
    "invalid-merchant-category": {
        CSV: csv({ merchant_category_code: "54" }),
        live: message({ merchantCategory: "5411" }),
    },
    "invalid-card-number": { CSV: csv({ card_number: CARD.replace(/4$/, "5") }) },
    "invalid-message": { live: message().replace("{", '{"more":1,') },
    "contains-card-number": {
        CSV: stopped(csv()),
        NDJSON: stopped(line()),
        XML: stopped(xml()),
        live: message({ deviceId: CARD }),
    },
    "in-the-future": {
        CSV: csv({ transaction_time: FUTURE }),
        NDJSON: line({ bookedAt: FUTURE }),
        XML: xml({ time: `<AccptncDtTm>${FUTURE}</AccptncDtTm>` }),
        live: message({ occurredAt: FUTURE.replace("Z", ".000Z") }),
    },
    "same-party": {
        CSV: csv({ merchant_id: "acc-1" }),
        NDJSON: line({ counterpartyAccount: "acc-1" }),
        XML: xml({ creditor: "1" }),
        live: message({ counterpartyId: "account-1" }),
    },
    conflict: {
        CSV: `${csv()}${row({ amount: "99.00" })}\n`,
        NDJSON: line() + line({ country: "FR" }),
        XML: xml() + xml({ time: "<AccptncDtTm>2025-02-01T09:00:00Z</AccptncDtTm>" }),
        live: { content: message({ country: "FR" }), before: message() },
    },
    "unknown-source": {
        CSV: named("card-network/a.xlsx", csv()),
        NDJSON: named("core-banking/a.json", line()),
        XML: named("other/a.xml", xml()),
    },
    "unreadable-file": {
        CSV: "amount,currency\n1.00,EUR\n",
        NDJSON: Buffer.from("PK\u0003\u0004 and more"),
        XML: `${xml()}<CdtTrfTxInf/>`,
    },
    "truncated-file": { CSV: cut(csv()), NDJSON: cut(line()), XML: xml().slice(0, -9) },
    "wrong-message": { XML: "<Document><CstmrCdtTrfInitn><GrpHdr/></CstmrCdtTrfInitn></Document>" },
    "forbidden-xml": { XML: `<!DOCTYPE a>${xml()}` },
    "decompression-bomb": { CSV: bomb(), NDJSON: bomb(), XML: bomb() },
    "empty-file": { CSV: `${HEADER}\n`, NDJSON: "\n\n", XML: body(GROUP) },
    "card-number-tokenised": {
        CSV: csv({ account_id: CARD }),
        NDJSON: line({ accountId: CARD }),
        XML: xml({ debtor: CARD }),
    },
    "control-total-mismatch": { XML: xml().replace("</GrpHdr>", "<NbOfTxs>2</NbOfTxs></GrpHdr>") },
    "empty-message": { XML: xml() + body(GROUP) },
    "version-mismatch": {
        XML: `<Envelope><AppHdr><MsgDefIdr>pacs.008.001.09</MsgDefIdr></AppHdr>${xml()}</Envelope>`,
    },
    "misplaced-transaction": { XML: xml({ rest: "<SplmtryData><Envlp><CdtTrfTxInf/></Envlp></SplmtryData>" }) },
};

export function exampleOf(made: Made): Example {
    return typeof made === "string" || made instanceof Uint8Array ? { content: made } : made;
}
