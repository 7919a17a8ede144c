import type { Transaction } from "../../../contract/transaction/transaction.ts";
import type { BrokenKind } from "../delivery.ts";

type MakeMessage = (good: Transaction) => string;

const change =
    (fields: Readonly<Record<string, unknown>>): MakeMessage =>
    (good) =>
        JSON.stringify({ ...good, ...fields });

const kind = (
    cause: string,
    reason: BrokenKind<MakeMessage>["reason"],
    make: MakeMessage,
): BrokenKind<MakeMessage> => ({
    cause,
    reason,
    by: "screen",
    make,
});

/** Synthetic, Luhn-valid, from a range published for testing. */
export const strayCardNumber = "4000000000000077";

/** What live producers get wrong. Years ahead lie so far off that the samples never grow old. */
export const brokenMessages: readonly BrokenKind<MakeMessage>[] = [
    kind("a clock centuries ahead", "in-the-future", change({ occurredAt: "2963-07-01T08:00:00.000Z" })),
    kind("the last moment of the calendar", "in-the-future", change({ occurredAt: "9999-12-31T23:59:59.999Z" })),
    kind("payer and payee are one", "same-party", (good) => change({ counterpartyId: good.accountId })(good)),
    kind("a card number for a device", "contains-card-number", change({ deviceId: strayCardNumber })),
    kind("a card number for a payee", "contains-card-number", change({ counterpartyId: `card-${strayCardNumber}` })),
    kind("a card number behind escapes", "contains-card-number", (good) =>
        change({ deviceId: "STRAY" })(good).replace("STRAY", strayCardNumber.replaceAll("0", "\\u0030")),
    ),
    kind("a card number in wide digits", "contains-card-number", (good) =>
        change({ deviceId: strayCardNumber.replaceAll("0", "\uff10") })(good),
    ),
    kind("a card number with colons", "contains-card-number", (good) =>
        change({ counterpartyId: strayCardNumber.replace(/(?<=^(?:\d{4})+)(?=\d)/g, ":") })(good),
    ),
    kind("a field twice", "invalid-message", (good) => change({})(good).replace("{", '{"amountMinor":1,')),
    kind("digits that a float has no place for", "invalid-amount", (good) =>
        change({ amountMinor: 1 })(good).replace('"amountMinor":1', '"amountMinor":9007199254740988.6'),
    ),
    kind("a list of payments", "invalid-message", (good) => `[${change({})(good)}]`),
    kind("not JSON", "invalid-message", (good) => `payment ${good.id}`),
    kind("a field nobody knows", "invalid-message", change({ priority: "high" })),
    kind("cents of cents", "invalid-amount", change({ amountMinor: 12.5 })),
    kind("an amount below zero", "invalid-amount", change({ amountMinor: -400 })),
    kind("an amount in quotes", "invalid-amount", change({ amountMinor: "400" })),
    kind("a withdrawn currency", "unknown-currency", change({ currency: "DEM" })),
    kind("a time without milliseconds", "invalid-time", change({ occurredAt: "2026-10-04T13:45:12Z" })),
    kind("a channel nobody knows", "unknown-channel", change({ channel: "pigeon" })),
    kind("a country that is no more", "unknown-country", change({ country: "SU" })),
    kind("no account", "missing-field", change({ accountId: undefined })),
    kind("a formula for a device", "invalid-identifier", change({ deviceId: "+cmd|' /C calc'!A0" })),
];
