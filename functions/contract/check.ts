import type { Reason } from "./reasons.ts";
import { FIELDS, type Field, Transaction } from "./transaction.ts";

export type Checked = { ok: true; transaction: Transaction } | { ok: false; reason: Reason; field?: string };

/** The reason a wrong value of each field gives; an absent or empty one is `missing-field`. */
export const FIELD_REASONS: Readonly<Record<Field, Reason>> = {
    id: "invalid-identifier",
    source: "invalid-identifier",
    accountId: "invalid-identifier",
    counterpartyId: "invalid-identifier",
    amountMinor: "invalid-amount",
    currency: "unknown-currency",
    occurredAt: "invalid-time",
    channel: "unknown-channel",
    country: "unknown-country",
    merchantCategory: "invalid-merchant-category",
    cardToken: "invalid-identifier",
    deviceId: "invalid-identifier",
};

/** A canonical transaction, or the reason of its first wrong field in canonical order. */
export function checkTransaction(value: unknown): Checked {
    const parsed = Transaction.safeParse(value);
    if (parsed.success) return { ok: true, transaction: parsed.data };
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
        return { ok: false, reason: "invalid-message" };
    }
    const wrong = new Set(parsed.error.issues.map((issue) => issue.path[0]));
    const field = FIELDS.find((name) => wrong.has(name));
    if (field === undefined) return { ok: false, reason: "invalid-message", ...unknownField(value) };
    const given: unknown = Object.hasOwn(value, field) ? Reflect.get(value, field) : undefined;
    const missing = given === undefined || given === null || given === "";
    return { ok: false, reason: missing ? "missing-field" : FIELD_REASONS[field], field };
}

function unknownField(value: object): { field?: string } {
    const known: readonly string[] = FIELDS;
    const field = Object.keys(value).find((name) => !known.includes(name));
    return field === undefined ? {} : { field };
}
