import assert from "node:assert/strict";
import { hour } from "../../../samples/generator/calendar.ts";
import { countries } from "../../../samples/generator/countries.ts";
import { defaults } from "../../../samples/generator/sample-set.ts";
import { story } from "../../../samples/generator/story.ts";
import { fraudPatterns, lookAlikes, type Payment } from "../../../samples/generator/transaction.ts";
import { made, madeOutcomes } from "../made.ts";

const told = story({ seed: 11, payments: 12_000, start: defaults.start });
const cards = told.filter((one) => one.channel === "card" && one.pattern === "legitimate");
const euroCards = cards.filter((one) => one.currency === "EUR");

function medianEuros(code: string): number {
    const amounts = euroCards.filter((one) => one.merchantCategory === code).map((one) => one.amountMinor / 100);
    return amounts.sort((one, other) => one - other)[Math.floor(amounts.length / 2)] ?? 0;
}

function shareOf(payments: readonly Payment[], holds: (payment: Payment) => boolean): number {
    return payments.filter(holds).length / payments.length;
}

const localHour = ({ at, country }: Payment): number =>
    new Date(at + countries[country].utcOffsetHours * hour).getUTCHours();

describe("the story behind the samples", () => {
    it("comes in order of time", () => {
        assert.deepEqual(
            told.map(({ at }) => at),
            told.map(({ at }) => at).sort((one, other) => one - other),
        );
    });

    it("holds 1 to 3 % fraud, of every pattern, and every look-alike", () => {
        for (const payments of [told, made().scored.map(({ label }) => label)]) {
            const share = payments.filter(({ pattern }) => pattern !== "legitimate").length / payments.length;
            assert.ok(share > 0.01 && share < 0.03, `${share}`);
            const patterns = new Set(payments.map(({ pattern }) => pattern));
            const honest = new Set(payments.map(({ lookAlike }) => lookAlike));
            assert.deepEqual(
                fraudPatterns.filter((pattern) => !patterns.has(pattern)),
                [],
            );
            assert.deepEqual(
                lookAlikes.filter((kind) => !honest.has(kind)),
                [],
            );
        }
    });

    it("lets the rules find every pattern, but neither all fraud nor only fraud", () => {
        const { precision, recall, byPattern, falseAlarms } = madeOutcomes().rules;
        assert.ok(precision > 0.3 && precision < 0.95, `precision ${precision}`);
        assert.ok(recall > 0.15 && recall < 0.9, `recall ${recall}`);
        for (const [pattern, { transactions, alerted }] of Object.entries(byPattern)) {
            assert.ok(alerted > 0 && alerted < transactions, `${pattern}: ${alerted} of ${transactions}`);
        }
        assert.ok(Object.keys(falseAlarms).length >= 3, JSON.stringify(falseAlarms));
    });

    it("lets the model find more of every pattern's fraud than the rules, with fewer false alarms", () => {
        const { model, rules } = madeOutcomes();
        assert.ok(model.recall > 0.7 && model.precision > 0.85, JSON.stringify(model));
        assert.ok(model.recall > rules.recall && model.precision > rules.precision);
        for (const [pattern, { alerted }] of Object.entries(model.byPattern)) {
            assert.ok(alerted >= (rules.byPattern[pattern]?.alerted ?? 0), `${pattern}: ${alerted}`);
        }
    });

    for (const [code, least, most] of [
        ["5411", 15, 29],
        ["5814", 6, 14],
        ["5541", 40, 66],
        ["5812", 20, 40],
        ["7011", 95, 220],
    ] as const) {
        it(`pays about as much at merchants of category ${code} as people do`, () => {
            const median = medianEuros(code);
            assert.ok(median > least && median < most, `${median} EUR`);
        });
    }

    it("skews amounts to the right, as a log-normal does", () => {
        const amounts = euroCards.map(({ amountMinor }) => amountMinor).sort((one, other) => one - other);
        const mean = amounts.reduce((sum, amount) => sum + amount, 0) / amounts.length;
        const median = amounts[Math.floor(amounts.length / 2)] ?? 0;
        assert.ok(mean > 1.4 * median, `mean ${mean}, median ${median}`);
    });

    it("buys groceries by day and keeps bank transfers of firms to working days", () => {
        const groceries = cards.filter(({ merchantCategory }) => merchantCategory === "5411");
        const byDay = shareOf(groceries, (one) => localHour(one) >= 7 && localHour(one) <= 21);
        assert.ok(byDay > 0.95, `${byDay}`);
        const debits = told.filter(({ channel }) => channel === "ach");
        assert.equal(
            shareOf(debits, ({ at }) => ![0, 6].includes(new Date(at).getUTCDay())),
            1,
        );
    });

    it("pays wages on the last working day and rent on the first", () => {
        const days = (payments: readonly Payment[]) =>
            new Set(payments.map(({ at }) => new Date(at).toISOString().slice(0, 10)));
        const wageDays = days(told.filter(({ lookAlike }) => lookAlike === "payroll"));
        // Wednesday the 30th, and the Fridays of firms that pay by the week.
        assert.deepEqual([...wageDays].sort(), ["2026-09-30", "2026-10-02", "2026-10-09"]);
        const rents = told.filter((one) => one.channel === "ach" && one.amountMinor > 60_000 && one.currency === "EUR");
        const onFirst = shareOf(rents, ({ at }) => new Date(at).toISOString().startsWith("2026-10-01"));
        assert.ok(onFirst > 0.7, `${onFirst}`);
    });

    it("spreads over countries and over currencies of 0, 2 and 3 decimals", () => {
        const currencies = new Set(told.map(({ currency }) => currency));
        for (const currency of ["EUR", "GBP", "CHF", "USD", "JPY", "KWD", "BHD"] as const) {
            assert.ok(currencies.has(currency), currency);
        }
        assert.ok(new Set(told.map(({ country }) => country)).size >= 12);
        const german = shareOf(told, ({ country }) => country === "DE");
        assert.ok(german > 0.1 && german < 0.4, `${german}`);
    });

    it("gives customers habits: most groceries come from one shop", () => {
        const byAccount = group(cards);
        const shares = [...byAccount.values()].flatMap((own) => {
            const shops = own
                .filter(({ merchantCategory }) => merchantCategory === "5411")
                .map((one) => one.counterpartyId);
            const most = Math.max(...shops.map((shop) => shops.filter((other) => other === shop).length));
            return shops.length >= 4 ? [most / shops.length] : [];
        });
        const average = shares.reduce((sum, share) => sum + share, 0) / shares.length;
        assert.ok(average > 0.7, `${average}`);
    });

    it("changes with its settings: no fraud, dearer prices", () => {
        const settings = { seed: 4, payments: 3000, start: defaults.start };
        const honest = story({ ...settings, fraudShare: 0 });
        assert.equal(
            shareOf(honest, ({ pattern }) => pattern === "legitimate"),
            1,
        );
        const median = (payments: readonly Payment[]): number => {
            const amounts = payments.filter(({ currency }) => currency === "EUR").map(({ amountMinor }) => amountMinor);
            return amounts.sort((one, other) => one - other)[Math.floor(amounts.length / 2)] ?? 0;
        };
        const ratio = median(story({ ...settings, amountScale: 2 })) / median(story(settings));
        assert.ok(ratio > 1.7 && ratio < 2.3, `${ratio}`);
    });

    it("tells of a fortnight without a payday, and of one year's end, without failing", () => {
        for (const start of [Date.UTC(2026, 8, 7), Date.UTC(2026, 11, 24)]) {
            assert.equal(story({ seed: 3, payments: 700, start }).length, 700);
        }
    });
});

function group(payments: readonly Payment[]): Map<string, Payment[]> {
    const groups = new Map<string, Payment[]>();
    for (const payment of payments) groups.set(payment.accountId, [...(groups.get(payment.accountId) ?? []), payment]);
    return groups;
}
