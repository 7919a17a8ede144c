import type { BrokenKind } from "../delivery.ts";
import { type Booking, bookingLine } from "../formats/core-banking-ndjson.ts";

type MakeLine = (good: Booking) => string;

/** Puts another JSON text in the place of a field, or leaves it out. */
const field =
    (name: string, json: string | undefined): MakeLine =>
    (good) => {
        const { [name]: _, ...others } = good;
        return bookingLine(json === undefined ? others : { ...others, [name]: json });
    };

/** What core systems write on a bad day. */
export const brokenBookings: readonly BrokenKind<MakeLine>[] = [
    { cause: "JSON cut short", reason: "malformed-row", make: (good) => bookingLine(good).slice(0, -40) },
    {
        cause: "a list instead of a booking",
        reason: "malformed-row",
        make: (good) => `[${Object.values(good).join()}]`,
    },
    { cause: "a number no float can hold", reason: "invalid-amount", make: field("amount", "1e308") },
    { cause: "more than a safe integer holds", reason: "invalid-amount", make: field("amount", '"90071992547409.93"') },
    { cause: "a negative amount", reason: "invalid-amount", make: field("amount", "-250.00") },
    { cause: "no reference", reason: "missing-field", make: field("reference", undefined) },
    { cause: "null for an amount", reason: "missing-field", make: field("amount", "null") },
    { cause: "a channel nobody knows", reason: "unknown-channel", make: field("channel", '"cheque"') },
    { cause: "three letters for the country", reason: "unknown-country", make: field("country", '"DEU"') },
    { cause: "a currency in lower case", reason: "unknown-currency", make: field("currency", '"eur"') },
    { cause: "a clock that shows 25", reason: "invalid-time", make: field("bookedAt", '"2026-10-04T25:10:00Z"') },
    {
        cause: "a Greek letter in the account",
        reason: "invalid-identifier",
        make: field("accountId", '"\u0395S9121000418450200051332"'),
    },
    {
        cause: "a right-to-left override",
        reason: "invalid-identifier",
        make: field("counterpartyAccount", '"DE\u202e21"'),
    },
    {
        cause: "payer and payee are one",
        reason: "same-party",
        by: "screen",
        make: (good) => bookingLine({ ...good, counterpartyAccount: good.accountId ?? "" }),
    },
    {
        cause: "a booking from a far future",
        reason: "in-the-future",
        by: "screen",
        make: field("bookedAt", '"2963-07-01T08:00:00Z"'),
    },
];
