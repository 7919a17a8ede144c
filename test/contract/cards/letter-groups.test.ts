import assert from "node:assert/strict";
import { hasLetterGroups, letterGroups } from "../../../contract/cards/letter-groups.ts";
import { containsCardNumber } from "../../../contract/values/card-number.ts";
import { luhnDigit } from "../../../samples/generator/cards.ts";

const VISA = "4539578763621486";
const AMEX = "378282246310005";
const numberOf = (length: number): string => {
    const body = "6".padEnd(length - 1, "7");
    return body + luhnDigit(body);
};
const cut = (number: string, between: string, ...at: number[]): string =>
    [0, ...at].map((from, index) => number.slice(from, at[index] ?? undefined)).join(between);
const each = (number: string, size: number, between: string): string =>
    (number.match(new RegExp(`\\d{1,${size}}`, "g")) ?? []).join(between);

describe("a card number with letters between its groups", () => {
    const is = [
        cut(VISA, "x", 4, 8, 12),
        cut(VISA, "ABC", 4, 8, 12),
        cut(VISA, " dash ", 4, 8, 12),
        cut(VISA, "&nbsp", 4, 8, 12),
        cut(VISA, "</b><b>", 4, 8, 12),
        cut(VISA, "x", 4, 8, 12).replace("x", "y").replace("x", "-ab-"),
        cut(AMEX, "x", 4, 10),
        cut(AMEX, "xyz", 4, 10),
        cut(AMEX, " hyphen ", 4, 10),
        cut("36700102000000", "x", 4, 10),
        cut(numberOf(19), "x", 4, 8, 12, 16),
        cut(numberOf(13), "x", 4, 8, 12),
        each(VISA, 1, "x"),
        each(VISA, 2, " and "),
        each(VISA, 3, "z"),
        each(VISA, 5, "z"),
    ];
    for (const text of is) {
        it(`is ${text}`, () => {
            const all = `a-${text}-b`;
            assert.ok(letterGroups(all).length > 0 && hasLetterGroups(all) && containsCardNumber(all));
            for (const { digits, start, end, at } of letterGroups(all)) {
                assert.deepEqual([digits, start, end], [text.replace(/\D/g, ""), 2, 2 + text.length]);
                assert.equal(at[0], 2);
            }
        });
    }

    for (const letter of ["\u0445", "\u03c7", "\u00e9", "\u05d0"]) {
        it(`is one with "${letter}", which is no ASCII`, () => {
            for (const text of [cut(VISA, letter, 4, 8, 12), each(VISA, 1, letter)])
                assert.ok(containsCardNumber(text), text);
        });
    }

    it("is one among more groups of its kind", () => {
        const groups = ["12", ...(VISA.match(/\d\d/g) ?? []), "99"];
        assert.ok(letterGroups(groups.join("x")).some(({ digits }) => digits === VISA));
    });

    const none = [
        cut(VISA, "wxyz", 4, 8, 12).replace("wxyz", "abcd"),
        cut(VISA, "x", 5, 9, 13),
        cut(VISA.replace(/6$/, "7"), "x", 4, 8, 12),
        `1${cut(VISA, "x", 4, 8, 12)}`,
        `${cut(VISA, "x", 4, 8, 12)}1`,
        cut(`7${VISA.slice(1)}`, "x", 4, 8, 12),
        cut(VISA, "x", 8),
        cut(VISA, "a word of many letters", 4, 8, 12),
        VISA,
    ];
    for (const text of none) it(`is not ${text}`, () => assert.deepEqual(letterGroups(text), []));

    it("is found in time among a hundred thousand such groups", () => {
        assert.deepEqual(letterGroups("7x".repeat(100_000)), []);
        assert.equal(letterGroups(`${each(VISA, 1, "x")}x`.repeat(5_000)).length > 5_000, true);
    });
});
