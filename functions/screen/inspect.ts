import { messageOrigin, originHoldsCardNumber } from "../../contract/transaction/origin.ts";
import type { Transaction } from "../../contract/transaction/transaction.ts";
import type { Delivery } from "./delivery.ts";
import { readMessage } from "./read-message.ts";
import { type Refusal, refusalOf } from "./refusal.ts";

/** `text` is the transaction as it goes on. */
export type Inspection = { ok: true; transaction: Transaction; text: string } | { ok: false; refusal: Refusal };

/** Clocks of producers may be this far ahead. */
const CLOCK_SKEW_MS = 5 * 60_000;

/** The transaction of a message that may go on, or the first thing that is wrong with it. Each message comes here once. */
export function inspect(delivery: Delivery): Inspection {
    const reading = readMessage(delivery.body);
    // Of SQS's own names one in 70,000 looks like a card.
    const isOwn = delivery.origin === messageOrigin(delivery.messageId);
    if (!isOwn && originHoldsCardNumber(delivery.origin)) return refused(delivery, "contains-card-number");
    if (!reading.ok) return refused(delivery, reading.reason, reading.field);
    const { transaction } = reading;
    if (isAhead(transaction, delivery)) return refused(delivery, "in-the-future", "occurredAt");
    if (transaction.accountId === transaction.counterpartyId) return refused(delivery, "same-party", "counterpartyId");
    return reading;
}

function refused(delivery: Delivery, ...why: [Refusal["reason"], string?]): Inspection {
    return { ok: false, refusal: refusalOf(delivery, ...why) };
}

/** Times in canonical form are ordered as their texts are; only what looks late is worth the arithmetic. */
function isAhead({ occurredAt }: Transaction, { receivedAt }: Delivery): boolean {
    return occurredAt > receivedAt && Date.parse(occurredAt) > Date.parse(receivedAt) + CLOCK_SKEW_MS;
}
