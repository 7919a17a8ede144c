import { hash } from "node:crypto";

export const CHANNELS = ["card", "wire", "instant", "ach", "cash"] as const;
export type Channel = (typeof CHANNELS)[number];

/** What every step after `unpack` and every live producer speaks: one transaction, money in integer minor units. */
export interface Transaction {
    /** Unique over all sources: `<source>:<the source's own reference>`. */
    id: string;
    source: string;
    accountId: string;
    counterpartyId: string;
    /** In the currency's minor unit: cents for EUR, whole yen for JPY; above 0, a safe integer. */
    amountMinor: number;
    /** ISO 4217. */
    currency: string;
    /** UTC, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
    occurredAt: string;
    channel: Channel;
    /** ISO 3166-1 alpha-2. */
    country: string;
    /** ISO 18245, cards only. */
    merchantCategory?: string | undefined;
    /** Cards only. */
    cardToken?: string | undefined;
    deviceId?: string | undefined;
}

/** Canonical order: of the JSON, of the hash, and of the checks, since a row is refused for its first wrong field. */
export const FIELDS = [
    "id",
    "source",
    "accountId",
    "counterpartyId",
    "amountMinor",
    "currency",
    "occurredAt",
    "channel",
    "country",
    "merchantCategory",
    "cardToken",
    "deviceId",
] as const satisfies readonly (keyof Transaction)[];
export type Field = (typeof FIELDS)[number];

/**
 * JSON of a checked transaction with the fields in canonical order: equal transactions give equal text. What a check lets
 * through needs no escape, so the text is put together without `JSON.stringify`, in a quarter of its time.
 */
export function canonicalJson(transaction: Transaction): string {
    const { id, source, accountId, counterpartyId, amountMinor, currency, occurredAt, channel, country } = transaction;
    return (
        `{"id":"${id}","source":"${source}","accountId":"${accountId}","counterpartyId":"${counterpartyId}",` +
        `"amountMinor":${amountMinor},"currency":"${currency}","occurredAt":"${occurredAt}","channel":"${channel}",` +
        `"country":"${country}"${member("merchantCategory", transaction.merchantCategory)}` +
        `${member("cardToken", transaction.cardToken)}${member("deviceId", transaction.deviceId)}}`
    );
}

/** SHA-256 of the canonical JSON, in hexadecimal. */
export function contentHash(text: string): string {
    return hash("sha256", text, "hex");
}

function member(name: Field, value: string | undefined): string {
    return value === undefined ? "" : `,"${name}":"${value}"`;
}
