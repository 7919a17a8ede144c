import assert from "node:assert/strict";
import type { Transaction } from "../../../contract/transaction/transaction.ts";
import { scoreAll } from "../../../functions/score/whole-history.ts";
import { RULES } from "../../../model/rules/rules.ts";
import { later, transaction } from "../../functions/support/transactions.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const NOON = 36 * HOUR;
const card = { channel: "card" } as const;

/** The codes of the rules that hold for the last of a history. */
function codes(...history: Partial<Transaction>[]): string[] {
    const transactions = history.map((changes, index) => transaction({ id: `live:${index}`, ...changes }));
    const last = transactions.at(-1);
    return (scoreAll(transactions).get(last?.id ?? "")?.reasons ?? []).map(({ code }) => code);
}

function times(count: number, stepMs: number, changes: Partial<Transaction> = {}): Partial<Transaction>[] {
    return Array.from({ length: count }, (_, index) => ({
        ...changes,
        counterpartyId: `payee-${index}`,
        occurredAt: later(NOON + index * stepMs),
    }));
}

/** Each rule: a history where it just holds, and histories one step short of it. */
const limits: Record<string, { holds: Partial<Transaction>[]; short: Partial<Transaction>[][] }> = {
    "small-card-payments": {
        holds: times(4, 200 * SECOND, { ...card, amountMinor: 500 }),
        short: [
            times(3, SECOND, { ...card, amountMinor: 500 }),
            times(4, SECOND, { ...card, amountMinor: 501 }),
            times(4, 200 * SECOND + 1, { ...card, amountMinor: 500 }),
            times(4, SECOND, { channel: "ach", amountMinor: 500 }),
        ],
    },
    "card-testing": {
        holds: times(8, MINUTE, { ...card, amountMinor: 100 }),
        short: [times(7, MINUTE, { ...card, amountMinor: 100 })],
    },
    "transfer-from-another-device": {
        holds: [
            { deviceId: "phone", occurredAt: later(NOON) },
            { deviceId: "laptop", amountMinor: 100_000, occurredAt: later(NOON + 24 * HOUR) },
        ],
        short: [
            [
                { deviceId: "phone", occurredAt: later(NOON) },
                { deviceId: "laptop", amountMinor: 99_999, occurredAt: later(NOON + HOUR) },
            ],
            [
                { deviceId: "phone", occurredAt: later(NOON) },
                { deviceId: "laptop", amountMinor: 100_000, occurredAt: later(NOON + 24 * HOUR + 1) },
            ],
            [
                { deviceId: "laptop", occurredAt: later(NOON) },
                { deviceId: "laptop", amountMinor: 100_000, occurredAt: later(NOON + HOUR) },
            ],
            [
                { deviceId: "phone", occurredAt: later(NOON) },
                { deviceId: "laptop", amountMinor: 100_000, channel: "ach", occurredAt: later(NOON + HOUR) },
            ],
            [{ occurredAt: later(NOON) }, { deviceId: "laptop", amountMinor: 100_000, occurredAt: later(NOON + HOUR) }],
        ],
    },
    "account-takeover": {
        holds: [
            { deviceId: "phone", occurredAt: later(NOON) },
            { deviceId: "laptop", amountMinor: 500_000, channel: "instant", occurredAt: later(NOON + HOUR) },
        ],
        short: [
            [
                { deviceId: "phone", occurredAt: later(NOON) },
                { deviceId: "laptop", amountMinor: 499_999, channel: "instant", occurredAt: later(NOON + HOUR) },
            ],
        ],
    },
    "near-reporting-limit": {
        holds: times(2, 24 * HOUR, { channel: "cash", amountMinor: 800_000 }),
        short: [
            times(1, HOUR, { channel: "cash", amountMinor: 800_000 }),
            times(2, 24 * HOUR + 1, { channel: "cash", amountMinor: 800_000 }),
            times(2, HOUR, { channel: "cash", amountMinor: 799_999 }),
            times(2, HOUR, { channel: "cash", amountMinor: 1_000_000 }),
            times(2, HOUR, { channel: "ach", amountMinor: 999_999 }),
        ],
    },
    structuring: {
        holds: times(3, HOUR, { channel: "wire", amountMinor: 999_999 }),
        short: [times(2, HOUR, { channel: "wire", amountMinor: 999_999 })],
    },
    "many-receivers": {
        holds: times(5, 15 * MINUTE, { channel: "instant" }),
        short: [
            times(4, MINUTE, { channel: "instant" }),
            times(5, 15 * MINUTE + 1, { channel: "instant" }),
            times(5, MINUTE, { channel: "instant" }).map((one) => ({ ...one, counterpartyId: "payee" })),
            times(5, MINUTE, card),
        ],
    },
    "mule-fan-out": {
        holds: times(10, MINUTE, { channel: "ach" }),
        short: [times(9, MINUTE, { channel: "ach" })],
    },
    // Germany to Japan: 6,544 km at least, so 7 h 16 min at 900 km/h.
    "fast-travel": {
        holds: [
            { ...card, country: "DE", occurredAt: later(NOON) },
            { ...card, country: "JP", occurredAt: later(NOON + 7 * HOUR + 16 * MINUTE) },
        ],
        short: [
            [
                { ...card, country: "DE", occurredAt: later(NOON) },
                { ...card, country: "JP", occurredAt: later(NOON + 7 * HOUR + 17 * MINUTE) },
            ],
            [
                { ...card, country: "DE", occurredAt: later(NOON) },
                { ...card, country: "FR", occurredAt: later(NOON + MINUTE) },
            ],
            [
                { ...card, country: "DE", occurredAt: later(NOON) },
                { ...card, country: "JP", deviceId: "phone", occurredAt: later(NOON + MINUTE) },
            ],
            [
                { country: "DE", occurredAt: later(NOON) },
                { ...card, country: "JP", occurredAt: later(NOON + MINUTE) },
            ],
        ],
    },
    "impossible-travel": {
        holds: [
            { ...card, country: "DE", occurredAt: later(NOON) },
            { ...card, country: "JP", occurredAt: later(NOON) },
        ],
        short: [
            [
                { ...card, country: "DE", occurredAt: later(NOON) },
                { ...card, country: "JP", occurredAt: later(NOON + 4 * HOUR) },
            ],
        ],
    },
    "large-amount": { holds: [{ amountMinor: 1_000_000 }], short: [[{ amountMinor: 999_999 }]] },
    "very-large-amount": { holds: [{ amountMinor: 10_000_000 }], short: [[{ amountMinor: 9_999_999 }]] },
    "high-risk-merchant": {
        holds: [{ ...card, merchantCategory: "7995" }],
        short: [[{ ...card, merchantCategory: "5411" }], [card]],
    },
    "high-risk-country": { holds: [{ country: "KP" }], short: [[{ country: "KR" }]] },
    night: {
        holds: [{ occurredAt: later(4 * HOUR + 59 * MINUTE) }],
        short: [[{ occurredAt: later(5 * HOUR) }], [{ occurredAt: later(24 * HOUR - 1) }]],
    },
};

describe("each documented rule", () => {
    it("has its limits tested", () => {
        assert.deepEqual(
            RULES.map(({ code }) => code),
            Object.keys(limits),
        );
    });

    for (const [code, { holds, short }] of Object.entries(limits)) {
        it(`${code}: holds at its limit`, () => {
            assert.ok(codes(...holds).includes(code));
        });
        it(`${code}: does not hold short of it`, () => {
            for (const history of short) assert.ok(!codes(...history).includes(code), JSON.stringify(history));
        });
    }

    it("says in words what was seen", () => {
        const texts = Object.entries(limits).map(([code, { holds }]) => {
            const history = holds.map((changes, index) => transaction({ id: `live:${index}`, ...changes }));
            const reasons = scoreAll(history).get(`live:${history.length - 1}`)?.reasons ?? [];
            return reasons.find((reason) => reason.code === code)?.text;
        });
        assert.deepEqual(texts, [
            "4 card payments of at most 5 EUR within 10 minutes",
            "8 card payments of at most 5 EUR within 10 minutes",
            "wire transfer worth 1,000 EUR from a device other than one used within 24 hours before",
            "instant transfer worth 5,000 EUR from a device other than one used within 24 hours before",
            "2 cash or wire amounts from 8,000 EUR and below 10,000 EUR within 24 hours, together 16,000 EUR",
            "3 cash or wire amounts from 8,000 EUR and below 10,000 EUR within 24 hours, together 29,999 EUR",
            "5 receivers of money within an hour",
            "10 receivers of money within an hour",
            "card payment in JP so soon after one in another country that the way needs 900 km/h",
            "card payment in JP so soon after one in another country that the way needs 99,999 km/h",
            "amount worth 10,000 EUR",
            "amount worth 100,000 EUR",
            "merchant of the high-risk category 7995",
            "country KP is under a call for action of the FATF",
            "made at night, after 4 o'clock UTC",
        ]);
    });

    it("has a plain text with its numbers for the handbook", () => {
        for (const { code, text } of RULES) assert.ok(text.length > 20, code);
        assert.equal(RULES[0]?.text, "4 or more card payments of at most 5 EUR within 10 minutes");
    });
});
