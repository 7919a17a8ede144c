import { isoTime } from "../calendar.ts";
import { majorText } from "../currencies.ts";
import type { Payment } from "../transaction.ts";
import { localTime } from "./card-network-csv.ts";

/** One booking; `amount` is JSON text already, because a number must keep its digits. */
export type Booking = Record<string, string>;

/** The fields of a booking, as JSON texts. Core systems disagree on whether an amount is text or a number. */
export function bookingFields(payment: Payment, reference: string, amountAsNumber: boolean): Booking {
    const amount = majorText(payment.amountMinor, payment.currency);
    const text = {
        reference,
        accountId: payment.accountId,
        counterpartyAccount: payment.counterpartyId,
        amount,
        currency: payment.currency,
        bookedAt: amountAsNumber ? isoTime(payment.at) : localTime(payment),
        channel: payment.channel,
        country: payment.country,
        ...(payment.deviceId === undefined ? {} : { deviceId: payment.deviceId }),
    };
    const fields: Booking = {};
    for (const [name, value] of Object.entries(text)) fields[name] = JSON.stringify(value);
    return amountAsNumber ? { ...fields, amount } : fields;
}

export function bookingLine(fields: Booking): string {
    const members = Object.entries(fields).map(([name, json]) => `${JSON.stringify(name)}:${json}`);
    return `{${members.join(",")}}`;
}

export const bookingFile = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join("");
