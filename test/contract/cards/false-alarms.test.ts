import assert from "node:assert/strict";
import fc from "fast-check";
import { containsCardNumber, mayHoldCardNumber } from "../../../contract/values/card-number.ts";
import { labelledTransactions } from "../../../samples/generator/labelled.ts";

const digits = (count: number) =>
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((list) => list.join(""));
const hex = (count: number) =>
    fc
        .array(fc.constantFrom(..."0123456789abcdef"), { minLength: count, maxLength: count })
        .map((list) => list.join(""));
const times = fc.date({ min: new Date("1990-01-01"), max: new Date("2060-01-01"), noInvalidDate: true });
const SEED = 28;
/** Where properties have few inputs, there are few examples too. */
const MANY = 20_000;
const EXAMPLES = Math.min(MANY, 20 * Number(process.env.INPUTS ?? MANY));
/** Of few examples a share may be more by chance. */
const chanceOf = (share: number): number => (EXAMPLES < MANY ? 3 * Math.sqrt(share / EXAMPLES) : 0);

/** How many of so many examples are taken for a card number, sure or possible. The seed makes it the same each time. */
function alarms(texts: fc.Arbitrary<string>, count = EXAMPLES): { sure: number; possible: number } {
    const examples = fc.sample(texts, { numRuns: count, seed: SEED });
    return {
        sure: examples.filter((text) => containsCardNumber(text)).length / count,
        possible: examples.filter((text) => mayHoldCardNumber(text)).length / count,
    };
}

describe("what is no card number", () => {
    const never: Record<string, fc.Arbitrary<string>> = {
        ULIDs: fc
            .array(fc.constantFrom(..."0123456789ABCDEFGHJKMNPQRSTVWXYZ"), { minLength: 24, maxLength: 24 })
            .map((rest) => `01${rest.join("")}`),
        times: times.map((time) => time.toISOString()),
        "times with a blank": times.map((time) => time.toISOString().replace("T", " ")),
        "times without separators": times.map((time) => time.toISOString().replace(/\D/g, "")),
        "milliseconds of our time": fc.integer({ min: 1.6e12, max: 2e12 }).map(String),
        "references that begin with a date": fc
            .tuple(times, digits(10))
            .map(([time, rest]) => `${time.toISOString().slice(0, 10).replaceAll("-", "")}-${rest}`),
        "12 digits": digits(12),
        "end-to-end ids of PIX": fc
            .tuple(times, fc.constantFrom("60701190", "60746948", "00000000"), hex(11))
            .map(([time, bank, rest]) => `E${bank}20${time.toISOString().replace(/\D/g, "").slice(2, 12)}${rest}`),
        "numbers of RTGS in India": fc
            .tuple(times, digits(8))
            .map(([time, rest]) => `HDFCR520${time.toISOString().replace(/\D/g, "").slice(2, 8)}${rest}`),
    };
    for (const [name, texts] of Object.entries(never)) {
        it(`${name} are never taken for one`, () => assert.deepEqual(alarms(texts), { sure: 0, possible: 0 }));
    }

    const seldom: Record<string, [fc.Arbitrary<string>, number]> = {
        UUIDs: [fc.uuid(), 0.0005],
        "hashes of 64 letters and digits": [hex(64), 0.001],
        "hashes of 32": [hex(32), 0.001],
        "16 random digits": [digits(16), 0.07],
        "20 random digits": [digits(20), 0.1],
        "24 random digits": [digits(24), 0.05],
        "snowflakes, which begin with a 1": [digits(18).map((rest) => `1${rest}`), 0.01],
    };
    for (const [name, [texts, share]] of Object.entries(seldom)) {
        it(`${name} are surely one in ${share * 100}% of cases at most`, () => {
            const { sure } = alarms(texts);
            assert.ok(sure <= share + chanceOf(share), String(sure));
        });
    }

    it("is in the fields of thousands of transactions of the generator", () => {
        for (const { transaction } of labelledTransactions({
            seed: 28,
            payments: EXAMPLES,
            start: Date.UTC(2026, 0, 1),
        })) {
            for (const value of Object.values(transaction)) assert.ok(!mayHoldCardNumber(String(value)), String(value));
        }
    });
});
