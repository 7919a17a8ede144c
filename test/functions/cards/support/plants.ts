import { gzipSync } from "node:zlib";
import type { Disguise } from "./disguises.ts";

/** A row that is good, one of which a value is refused, one that is not even a record; a file that has a fault. */
export const KINDS = ["good", "refused", "broken", "faulty"] as const;
/** A file with a fault that is too long to be masked at once. */
export type Kind = (typeof KINDS)[number] | "long";

/** A file with a text planted in one of its fields, and the key under which it lands. */
export interface Planted {
    key: string;
    bytes: Uint8Array;
}

interface Format {
    /** Where something can be planted; `key` is the name of the file itself. */
    fields: readonly string[];
    plant(field: string, text: string, kind: Kind, raw: boolean): Planted;
}

const CSV = {
    transaction_id: "t1",
    card_number: "5555555555554444",
    account_id: "acc-1",
    merchant_id: "m-1",
    merchant_category_code: "5411",
    merchant_country: "DE",
    amount: "12.50",
    currency: "EUR",
    transaction_time: "2026-03-01T08:00:00Z",
    device_id: "dev-1",
    note: "n",
};

const NDJSON = {
    reference: "r1",
    accountId: "a-1",
    counterpartyAccount: "c-1",
    amount: "12.50",
    currency: "EUR",
    bookedAt: "2026-03-01T08:00:00Z",
    channel: "wire",
    country: "DE",
    deviceId: "d-1",
    note: "n",
};

const XML = {
    encoding: "UTF-8",
    MsgId: "M1",
    NbOfTxs: "1",
    InstrId: "I1",
    EndToEndId: "E1",
    TxId: "T1",
    amount: "10.00",
    Ccy: "EUR",
    DbtrNm: "A",
    DbtrId: "ACC1",
    DbtrBic: "DEUTDEFF",
    CdtrNm: "B",
    CdtrId: "ACC2",
    CdtrBic: "BNPAFRPP",
    Ustrd: "x",
    attribute: "x",
    element: "x",
};

function xmlOf(values: typeof XML): string {
    const { MsgId, NbOfTxs, InstrId, EndToEndId, TxId, amount, Ccy } = values;
    const party = (name: "Dbtr" | "Cdtr", title: string, id: string): string =>
        `<${name}><Nm>${title}</Nm></${name}><${name}Acct><Id><Othr><Id>${id}</Id></Othr></Id></${name}Acct>`;
    const agent = (name: string, bic: string): string =>
        `<${name}Agt><FinInstnId><BICFI>${bic}</BICFI></FinInstnId></${name}Agt>`;
    return [
        `<?xml version="1.0" encoding="${values.encoding}"?>`,
        '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08"><FIToFICstmrCdtTrf>',
        `<GrpHdr><MsgId>${MsgId}</MsgId><CreDtTm>2026-03-01T08:00:00Z</CreDtTm><NbOfTxs>${NbOfTxs}</NbOfTxs></GrpHdr>`,
        `<CdtTrfTxInf><PmtId><InstrId>${InstrId}</InstrId><EndToEndId>${EndToEndId}</EndToEndId><TxId>${TxId}</TxId></PmtId>`,
        `<IntrBkSttlmAmt Ccy="${Ccy}">${amount}</IntrBkSttlmAmt><IntrBkSttlmDt>2026-03-01</IntrBkSttlmDt>`,
        party("Dbtr", values.DbtrNm, values.DbtrId),
        agent("Dbtr", values.DbtrBic),
        agent("Cdtr", values.CdtrBic),
        party("Cdtr", values.CdtrNm, values.CdtrId),
        `<RmtInf><Ustrd a="${values.attribute}">${values.Ustrd}</Ustrd><X.${values.element}/></RmtInf>`,
        "</CdtTrfTxInf></FIToFICstmrCdtTrf></Document>",
    ].join("");
}

const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const inJson = (text: string, raw: boolean): string => (raw ? `"${text}"` : JSON.stringify(text));
const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
/** Attributes take no markup, and names few characters: no number with others stands in a name. */
function inXml(field: string, text: string, raw: boolean): string {
    if (field === "element") return /^[\p{L}\p{N}._\u00b7-]+$/u.test(text) ? text : "x";
    if (field === "Ccy" || field === "attribute") return text.replaceAll("<", "&lt;").replaceAll('"', "&quot;");
    return raw ? text : escaped(text);
}

const FILLING = "words and words ".repeat(20_000);
const isFaulty = (kind: Kind): boolean => kind === "faulty" || kind === "long";
/** Cut before its end, so that the file has a fault and is copied. */
const cut = (text: string): Uint8Array => {
    const bytes = gzipSync(text);
    return bytes.subarray(0, bytes.length - 6);
};
const keyOf = (source: string, extension: string, field: string, text: string): string =>
    `${source}/${field === "key" ? text : "file"}.${extension}`;

export const FORMATS: Readonly<Record<string, Format>> = {
    "card-network": {
        fields: ["key", ...Object.keys(CSV), "header"],
        plant(field, text, kind) {
            const values = { ...CSV, ...(kind === "refused" && { amount: "x" }), [field]: text };
            const row = Object.keys(CSV).map((name) => quoted(values[name as keyof typeof CSV] ?? ""));
            // A quote that nothing closes.
            const line = kind === "broken" ? `"${row.join(",")}` : row.join(",");
            const names = [...Object.keys(CSV), ...(field === "header" ? [quoted(text)] : [])];
            const file = `${names.join(",")}\n${line}\n${kind === "long" ? FILLING : ""}`;
            return {
                key: keyOf("card-network", "csv", field, text),
                bytes: isFaulty(kind) ? cut(file) : Buffer.from(file),
            };
        },
    },
    "core-banking": {
        fields: ["key", ...Object.keys(NDJSON), "name", "number"],
        plant(field, text, kind, raw) {
            const values: Record<string, string> = { ...NDJSON, ...(kind === "refused" && { amount: "x" }) };
            const members = Object.entries(values).map(([name, value]) =>
                name === field ? `"${name}":${inJson(text, raw)}` : `"${name}":${JSON.stringify(value)}`,
            );
            if (field === "name") members.push(`${inJson(text, raw)}:1`);
            // Where it reads as a number it may be one.
            if (field === "number" && /^\d[\d.]*(?:e[+-]?\d+)?$/i.test(text)) members[0] = `"reference":${text}`;
            const line = `{${members.join(",")}${kind === "broken" ? "" : "}"}`;
            const file = `${line}\n${kind === "long" ? FILLING : ""}`;
            return {
                key: keyOf("core-banking", "ndjson", field, text),
                bytes: isFaulty(kind) ? cut(file) : Buffer.from(file),
            };
        },
    },
    iso20022: {
        fields: ["key", ...Object.keys(XML)],
        plant(field, text, kind, raw) {
            const written = inXml(field, text, raw);
            const wrong = { refused: "x", broken: "1<b/>0" }[kind as string];
            const values = { ...XML, ...(wrong && { amount: wrong }), [field]: written };
            const file = xmlOf(values).replace("</RmtInf>", kind === "long" ? `</RmtInf>${FILLING}` : "</RmtInf>");
            const whole = isFaulty(kind) ? file.slice(0, file.lastIndexOf("</FIToFI")) : file;
            return { key: keyOf("iso20022", "xml", field, text), bytes: Buffer.from(whole) };
        },
    },
};

const LIVE = {
    id: "live:1",
    source: "live",
    accountId: "account-1",
    counterpartyId: "shop-1",
    amountMinor: 12000,
    currency: "EUR",
    occurredAt: "2026-03-01T08:00:00.000Z",
    channel: "wire",
    country: "DE",
};

export const LIVE_FIELDS = [...Object.keys(LIVE), "deviceId", "note", "name", "number", "text", "origin"];

/** The body and origin of a live message with a text planted in it. */
export function liveMessage(field: string, text: string, kind: Kind, raw: boolean): { body: string; origin: string } {
    const values = { ...LIVE, ...(kind === "refused" && { country: "ZZ" }) };
    const members = Object.entries(values).map(([name, value]) =>
        name === field ? `"${name}":${inJson(text, raw)}` : `"${name}":${JSON.stringify(value)}`,
    );
    if (field === "deviceId" || field === "note") members.push(`"${field}":${inJson(text, raw)}`);
    if (field === "name") members.push(`${inJson(text, raw)}:1`);
    if (field === "number" && /^\d[\d.]*(?:e[+-]?\d+)?$/i.test(text)) members[4] = `"amountMinor":${text}`;
    const body = field === "text" ? `pay ${text} please` : `{${members.join(",")}}`;
    return {
        body: kind === "faulty" || kind === "broken" ? body.slice(0, -1) : body,
        origin: field === "origin" ? `s3:card-network/${text}.csv#1#1` : "sqs:m-1",
    };
}

export function written({ write }: Disguise, number: string): string {
    return write(number);
}
