import { createHmac } from "node:crypto";
import type { Transaction } from "../../contract/transaction/transaction.ts";
import { isoTime } from "./calendar.ts";
import type { Label, Payment } from "./transaction.ts";

/** The transaction that the platform must make of a payment. */
export function canonical(payment: Payment, source: string, id: string): Transaction {
    const { merchantCategory, cardNumber, deviceId } = payment;
    return {
        id,
        source,
        accountId: payment.accountId,
        counterpartyId: payment.counterpartyId,
        amountMinor: payment.amountMinor,
        currency: payment.currency,
        occurredAt: isoTime(payment.at),
        channel: payment.channel,
        country: payment.country,
        ...(merchantCategory === undefined ? {} : { merchantCategory }),
        ...(cardNumber === undefined ? {} : { cardToken: sampleToken(cardNumber) }),
        ...(deviceId === undefined ? {} : { deviceId }),
    };
}

/**
 * Looks like the platform's token and keeps cards apart, yet is another one: the platform's key never leaves it. So a
 * card is either in files or live, never in both.
 */
export function sampleToken(cardNumber: string): string {
    return `tok_v1_${createHmac("sha256", "samples").update(cardNumber).digest("base64url")}`;
}

export function labelOf({ pattern, lookAlike, episode }: Payment): Label {
    return {
        pattern,
        ...(lookAlike === undefined ? {} : { lookAlike }),
        ...(episode === undefined ? {} : { episode }),
    };
}
