import { REASONS, type Reason } from "../../contract/reasons.ts";
import { readCanonical } from "../../contract/transaction/canonical-text.ts";
import { checkTransaction } from "../../contract/transaction/check.ts";
import { members } from "../../contract/transaction/json-members.ts";
import { canonicalJson, type Transaction } from "../../contract/transaction/transaction.ts";
import { minorUnits, withoutExponent } from "../../contract/values/amount.ts";
import { containsCardNumber, isPlainlyFree, maskCardNumbers } from "../../contract/values/card-number.ts";

/** One message as it came. */
export interface Delivery {
    messageId: string;
    body: string;
    /** Which delivery of a transaction this is; the same origin again is a retry. */
    origin: string;
    /** When the platform first had it. */
    receivedAt: string;
}

/** Why a message goes to the quarantine. */
export interface Refusal {
    reason: Reason;
    detail: string;
    field?: string;
    /** What came, as far as people may see it. */
    content: string;
}

/** `text` is the transaction as it goes on. */
export type Inspection = { ok: true; transaction: Transaction; text: string } | { ok: false; refusal: Refusal };

/** Clocks of producers may be this far ahead. */
const CLOCK_SKEW_MS = 5 * 60_000;
const ESCAPE = /\\u([0-9a-f]{4})/gi;
const CONTROL = /\p{Cc}|["\\]/u;

/** The transaction of a message that may go on, or the first thing that is wrong with it. */
export function inspect(delivery: Delivery): Inspection {
    return inspectOrdinary(delivery) ?? inspectWhole(delivery);
}

/**
 * The quick way, which nearly every message takes: its text is canonical, hence ASCII and free of escapes, and nothing
 * in it resembles a card number. What it cannot answer with yes is for the whole inspection.
 */
function inspectOrdinary({ body, origin, receivedAt }: Delivery): Inspection | undefined {
    const transaction = readCanonical(body);
    if (transaction === undefined || !isPlainlyFree(body) || containsCardNumber(origin)) return undefined;
    if (isAhead(transaction, receivedAt) || transaction.accountId === transaction.counterpartyId) return undefined;
    return { ok: true, transaction, text: body };
}

function inspectWhole({ body, origin, receivedAt }: Delivery): Inspection {
    const refused = (reason: Reason, field?: string): Inspection => ({
        ok: false,
        refusal: refusal(reason, body, field),
    });
    const value = parse(body);
    if (containsCardNumber(decoded(body)) || containsCardNumber(origin)) return refused("contains-card-number");
    if (value === undefined) return refused("invalid-message");
    const checked = checkTransaction(value);
    if (!checked.ok) return refused(checked.reason, checked.field);
    const { transaction } = checked;
    const lost = lostInParsing(body, transaction);
    if (lost !== undefined) return refused(lost.reason, lost.field);
    if (isAhead(transaction, receivedAt)) return refused("in-the-future", "occurredAt");
    if (transaction.accountId === transaction.counterpartyId) return refused("same-party", "counterpartyId");
    const text = canonicalJson(transaction);
    // A number can hide behind its exponent; then what came must not be kept as it was written.
    if (text !== body && containsCardNumber(text)) {
        return { ok: false, refusal: refusal("contains-card-number", text) };
    }
    return { ok: true, transaction, text };
}

/** What the value no longer shows: a name that stands twice, of which the last counts, and digits that a float has no place for. */
function lostInParsing(body: string, { amountMinor }: Transaction): { reason: Reason; field: string } | undefined {
    const sources = new Map<string, string>();
    for (const { name, source } of members(body)) {
        if (sources.has(name)) return { reason: "invalid-message", field: name };
        sources.set(name, source);
    }
    const exact = minorUnits(withoutExponent(sources.get("amountMinor") ?? ""), 0);
    return exact === amountMinor ? undefined : { reason: "invalid-amount", field: "amountMinor" };
}

/** Times in canonical form are ordered as their texts are; only what looks late is worth the arithmetic. */
function isAhead({ occurredAt }: Transaction, receivedAt: string): boolean {
    return occurredAt > receivedAt && Date.parse(occurredAt) > Date.parse(receivedAt) + CLOCK_SKEW_MS;
}

export function refusal(reason: Reason, body: string, field?: string): Refusal {
    return {
        reason,
        detail: REASONS[reason],
        ...(field === undefined ? {} : { field: maskCardNumbers(field) }),
        content: maskCardNumbers(decoded(body)),
    };
}

/** A JSON text may write any digit as an escape; a card number must not hide behind that. */
function decoded(text: string): string {
    if (!text.includes("\\u")) return text;
    return text.replace(ESCAPE, (written, code: string) => {
        const character = String.fromCharCode(Number.parseInt(code, 16));
        return CONTROL.test(character) ? written : character;
    });
}

function parse(body: string): unknown {
    try {
        return JSON.parse(body);
    } catch {
        return undefined;
    }
}
