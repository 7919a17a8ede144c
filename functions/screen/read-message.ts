import { jsonHoldsCardNumber } from "../../contract/cards/json-text.ts";
import type { Reason } from "../../contract/reasons.ts";
import { readCanonical } from "../../contract/transaction/canonical-text.ts";
import { checkTransaction } from "../../contract/transaction/check.ts";
import { members } from "../../contract/transaction/json-members.ts";
import { canonicalJson, type Transaction } from "../../contract/transaction/transaction.ts";
import { minorUnits, withoutExponent } from "../../contract/values/amount.ts";
import { containsCardNumber } from "../../contract/values/card-number.ts";
import { holdsCardNumber } from "./card-fields.ts";

/** `text` is the transaction as it goes on. */
export type Reading = { ok: true; transaction: Transaction; text: string } | Wrong;

/** The first thing that is wrong with a message. */
export interface Wrong {
    ok: false;
    reason: Reason;
    field?: string | undefined;
}

/**
 * The transaction that a message's text says. Nearly every text is canonical to the letter and is read by one pattern;
 * any other one is parsed, checked and written anew.
 */
export function readMessage(body: string): Reading {
    const transaction = readCanonical(body);
    if (transaction === undefined) return readWhole(body);
    return holdsCardNumber(transaction) ? wrong("contains-card-number") : { ok: true, transaction, text: body };
}

function readWhole(body: string): Reading {
    const value = parse(body);
    // What is no JSON is looked at as the text it is, and a card number in anything weighs more than its other faults.
    if (value === undefined ? containsCardNumber(body) : jsonHoldsCardNumber(body))
        return wrong("contains-card-number");
    const checked = checkTransaction(value);
    if (!checked.ok) return wrong(checked.reason, checked.field);
    const { transaction } = checked;
    return lostInParsing(body, transaction) ?? { ok: true, transaction, text: canonicalJson(transaction) };
}

/** What the value no longer shows: a name that stands twice, of which the last counts, and digits that a float has no place for. */
function lostInParsing(body: string, { amountMinor }: Transaction): Wrong | undefined {
    const sources = new Map<string, string>();
    for (const { name, source } of members(body)) {
        if (sources.has(name)) return wrong("invalid-message", name);
        sources.set(name, source);
    }
    const exact = minorUnits(withoutExponent(sources.get("amountMinor") ?? ""), 0);
    return exact === amountMinor ? undefined : wrong("invalid-amount", "amountMinor");
}

function wrong(reason: Reason, field?: string): Wrong {
    return { ok: false, reason, field };
}

function parse(body: string): unknown {
    try {
        return JSON.parse(body);
    } catch {
        return undefined;
    }
}
