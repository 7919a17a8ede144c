import assert from "node:assert/strict";
import { textPassesLuhn } from "../../../contract/cards/luhn.ts";
import {
    expandedNumbers,
    hasLetterGroups,
    integerDigits,
    letterGroups,
} from "../../../contract/cards/written-otherwise.ts";
import { luhnDigit } from "../../../samples/generator/cards.ts";

const VISA = "4539578763621486";
const AMEX = "378282246310005";
const numberOf = (length: number): string => {
    const body = "6".padEnd(length - 1, "7");
    return body + luhnDigit(body);
};
const digitsOf = (found: readonly { digits: string }[]): string[] => found.map(({ digits }) => digits);

describe("a card number with an exponent", () => {
    const cases = [
        { text: "4.539578763621486E15", digits: [VISA] },
        { text: "4.539578763621486e+15", digits: [VISA] },
        { text: "45395787636214860e-1", digits: [VISA] },
        { text: "0.4539578763621486E16", digits: [VISA] },
        { text: "00004539578763621486e0", digits: [VISA] },
        { text: "4539578763621486.5e0", digits: [VISA] },
        { text: `${numberOf(19)}e0`, digits: [numberOf(19)] },
        { text: "4539578763621487e0", digits: [] },
        { text: "7777777777777771e0", digits: [] },
        { text: "4.539578763621486E14", digits: [] },
        { text: "4.539578763621486E999", digits: [] },
        { text: "4.539578763621486E1234", digits: [] },
        { text: "-1.4.539578763621486E15", digits: [] },
        { text: "4539578763621486", digits: [] },
        { text: "4539578763621486e", digits: [] },
    ];
    for (const { text, digits } of cases) {
        it(`${digits.length === 0 ? "is not" : "is"} ${text}`, () =>
            assert.deepEqual(digitsOf(expandedNumbers(text)), digits));
    }

    it("has twelve digits at least, since fewer were rounded", () => {
        const mantissa = (digits: string, zeros: number): string =>
            Array.from("0123456789", (last) => digits + last).find(
                (one) => String(luhnDigit(one + "0".repeat(zeros - 1))) === "0",
            ) ?? "";
        const [twelve, eleven] = [mantissa("45395787636", 4), mantissa("4539578763", 5)];
        assert.deepEqual(digitsOf(expandedNumbers(`${twelve}e4`)), [`${twelve}0000`]);
        assert.deepEqual(digitsOf(expandedNumbers(`4.${twelve.slice(1)}e15`)), [`${twelve}0000`]);
        assert.deepEqual(expandedNumbers(`${eleven}e5`), []);
    });

    it("has no more digits than there are, however many of them are zeros", () => {
        for (const zeros of [4, 29]) {
            const passing = Array.from("0123456789", (last) => `453957876362148${last}`).filter((one) =>
                textPassesLuhn(one + "0".repeat(zeros)),
            );
            assert.equal(passing.length, 1);
            assert.deepEqual(expandedNumbers(`${passing[0]}e${zeros}`), [], `${zeros} zeros`);
        }
    });

    it("says where it stands, and where each of its digits does", () => {
        const [found] = expandedNumbers(`pay 4.539578763621486E15 EUR`);
        assert.deepEqual([found?.start, found?.end], [4, 24]);
        assert.deepEqual(found?.at.slice(0, 3), [4, 6, 7]);
        assert.equal(found?.at.length, 18);
    });
});

describe("a card number with letters between its groups", () => {
    const cut = (number: string, between: string, ...at: number[]): string =>
        [0, ...at].map((from, index) => number.slice(from, at[index] ?? undefined)).join(between);
    const is = [
        cut(VISA, "x", 4, 8, 12),
        cut(VISA, "ABC", 4, 8, 12),
        cut(AMEX, "x", 4, 10),
        cut(AMEX, "xyz", 4, 10),
        cut("36700102000000", "x", 4, 10),
        cut(numberOf(19), "x", 4, 8, 12, 16),
        cut(numberOf(13), "x", 4, 8, 12),
    ];
    for (const text of is) {
        it(`is ${text}`, () => {
            const all = `a-${text}-b`;
            assert.deepEqual(digitsOf(letterGroups(all)), [text.replace(/\D/g, "")]);
            assert.equal(hasLetterGroups(all), true);
            const [found] = letterGroups(all);
            assert.deepEqual([found?.start, found?.end], [2, 2 + text.length]);
            assert.equal(found?.at[4], 2 + text.search(/(?<=[A-Za-z])\d/));
        });
    }

    const none = [
        cut(VISA, "wxyz", 4, 8, 12),
        cut(VISA, "x", 5, 9, 13),
        cut(VISA.replace(/6$/, "7"), "x", 4, 8, 12),
        cut(VISA, "x", 4, 8, 12).replace("x", "y"),
        `1${cut(VISA, "x", 4, 8, 12)}`,
        `${cut(VISA, "x", 4, 8, 12)}1`,
        cut(`7${VISA.slice(1)}`, "x", 4, 8, 12),
        VISA,
    ];
    for (const text of none) {
        it(`is not ${text}`, () => {
            assert.deepEqual(letterGroups(text), []);
            assert.equal(hasLetterGroups(text), false);
        });
    }
});

describe("the digits of a JSON number, written out", () => {
    const cases = [
        { number: "12", digits: "12" },
        { number: "-12.75", digits: "12" },
        { number: "0.5", digits: "0" },
        { number: "4.539578763621486e15", digits: VISA },
        { number: "45395787636214860E-1", digits: VISA },
        { number: "-4539578763621486.0e+0", digits: VISA },
        { number: "4e12", digits: "4000000000000" },
        { number: "4e11", digits: "" },
        { number: "4e-2", digits: "" },
        { number: "4e60", digits: "" },
        { number: "x", digits: "" },
        { number: "12x", digits: "" },
        { number: "+1", digits: "" },
    ];
    for (const { number, digits } of cases) {
        it(`are "${digits}" of ${number}`, () => assert.equal(integerDigits(number), digits));
    }
});
