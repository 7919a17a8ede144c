import fc from "fast-check";
import type { Transaction } from "../../../contract/transaction/transaction.ts";

/** A harmless transaction: a wire of 120 EUR at noon. */
export function transaction(changes: Partial<Transaction> = {}): Transaction {
    return {
        id: "live:1",
        source: "live",
        accountId: "account-1",
        counterpartyId: "shop-1",
        amountMinor: 12_000,
        currency: "EUR",
        occurredAt: "2026-03-02T12:00:00.000Z",
        channel: "wire",
        country: "DE",
        ...changes,
    };
}

export const START = Date.parse("2026-03-02T00:00:00.000Z");

/** Time after the start of the day of the tests. */
export function later(ms: number): string {
    return new Date(START + ms).toISOString();
}

/**
 * Histories of few accounts within two days, made of what the rules look at, so that most of them trip some rule and
 * many transactions change what later ones are found to be.
 */
export function histories(maxLength: number): fc.Arbitrary<Transaction[]> {
    const minutes = fc.oneof(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 2 * 24 * 60 }));
    const one = fc.record({
        accountId: fc.constantFrom("account-1", "account-2"),
        counterpartyId: fc.integer({ min: 1, max: 14 }).map((number) => `payee-${number}`),
        amountMinor: fc.constantFrom(100, 450, 12_000, 150_000, 600_000, 850_000, 950_000, 1_200_000, 12_000_000),
        minute: minutes,
        channel: fc.constantFrom("card", "card", "wire", "instant", "ach", "cash"),
        country: fc.constantFrom("DE", "FR", "JP", "BR", "IR"),
        deviceId: fc.constantFrom(undefined, undefined, "phone", "laptop"),
    });
    return fc.array(one, { minLength: 1, maxLength }).map((list) =>
        list.map(({ minute, deviceId, ...rest }, index) =>
            transaction({
                ...(rest as Partial<Transaction>),
                id: `live:${index}`,
                occurredAt: later(minute * 60_000),
                ...(deviceId === undefined ? {} : { deviceId }),
            }),
        ),
    );
}
