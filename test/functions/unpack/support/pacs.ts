import assert from "node:assert/strict";
import type { Transaction } from "../../../../contract/transaction/transaction.ts";
import { read, verdicts } from "./readers.ts";

export const DEBTOR = "DE89370400440532013000";
export const CREDITOR = "FR1420041010050500013M02606";
export const GROUP = "<MsgId>M1</MsgId><CreDtTm>2025-03-01T09:00:00Z</CreDtTm>";
export const AMOUNT = '<IntrBkSttlmAmt Ccy="EUR">10.50</IntrBkSttlmAmt>';
export const DEBTOR_PART = `<Dbtr><Nm>A</Nm></Dbtr><DbtrAcct><Id><IBAN>${DEBTOR}</IBAN></Id></DbtrAcct>`;
export const CREDITOR_PART = `<Cdtr><Nm>B</Nm></Cdtr><CdtrAcct><Id><IBAN>${CREDITOR}</IBAN></Id></CdtrAcct>`;

export interface Parts {
    ids?: string;
    amount?: string;
    debtor?: string;
    creditor?: string;
    rest?: string;
}

export function transfer({ ids, amount, debtor, creditor, rest }: Parts = {}): string {
    const id = ids ?? "<EndToEndId>NOTPROVIDED</EndToEndId><TxId>T1</TxId>";
    const parts = [amount ?? AMOUNT, rest ?? "", debtor ?? DEBTOR_PART, creditor ?? CREDITOR_PART];
    return `<CdtTrfTxInf><PmtId>${id}</PmtId>${parts.join("")}</CdtTrfTxInf>`;
}

export function message(transfers: string, group = GROUP): string {
    return `<FIToFICstmrCdtTrf><GrpHdr>${group}</GrpHdr>${transfers}</FIToFICstmrCdtTrf>`;
}

export function document(body: string, version = "08"): string {
    const namespace = `urn:iso:std:iso:20022:tech:xsd:pacs.008.001.${version}`;
    return `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="${namespace}">${body}</Document>`;
}

export async function one(parts: Parts, group = GROUP): Promise<Transaction> {
    const { outcomes, fault } = await read("iso20022", document(message(transfer(parts), group)));
    assert.equal(fault, null);
    const [outcome] = outcomes;
    assert.ok(outcome?.ok, JSON.stringify(outcome));
    return outcome.transaction;
}

export async function refusal(parts: Parts, group = GROUP): Promise<string | undefined> {
    return verdicts(await read("iso20022", document(message(transfer(parts), group))))[0];
}

export function prefixed(xml: string, prefix: string): string {
    return xml.replace(/<(\/?)([A-Z])/g, `<$1${prefix}:$2`);
}

/** An application header that names another version than the document's. */
export const HEADER = `<AppHdr xmlns="urn:iso:std:iso:20022:tech:xsd:head.001.001.02"><MsgDefIdr>pacs.008.001.09</MsgDefIdr></AppHdr>`;

/** A good document without its XML declaration. */
export const OURS = document(message(transfer())).replace(/<\?.*?\?>/, "");
