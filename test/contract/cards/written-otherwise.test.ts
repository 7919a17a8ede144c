import assert from "node:assert/strict";
import { textPassesLuhn } from "../../../contract/cards/luhn.ts";
import {
    expandedNumbers,
    integerDigits,
    mayHoldTags,
    taggedNumbers,
} from "../../../contract/cards/written-otherwise.ts";
import { luhnDigit } from "../../../samples/generator/cards.ts";

const VISA = "4539578763621486";
const AMEX = "378282246310005";
const numberOf = (length: number): string => {
    const body = "6".padEnd(length - 1, "7");
    return body + luhnDigit(body);
};
const bytes = (before: string, between = ""): string =>
    (VISA.match(/../g) ?? []).map((two) => before + two).join(between);
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

describe("a card number in tags of EMV", () => {
    const is: [title: string, text: string, digits: string][] = [
        ["by itself", `5A08${VISA}`, VISA],
        ["among others", `9F02060000000012505A08${VISA}5F340101`, VISA],
        ["in small letters", `5a08${AMEX}f5f340101`, AMEX],
        ["of nineteen digits", `5A0A${numberOf(19)}F`, numberOf(19)],
        ["of thirteen digits", `5A07${numberOf(13)}F`, numberOf(13)],
        ["of seventeen digits", `5A09${numberOf(17)}F`, numberOf(17)],
        ["with what track 2 has", `5711${VISA}D25122010000012300000F9F1A020250`, VISA],
        ["of a chip's magnetic stripe", `9F6B13${VISA}D25122010000012300000F`, VISA],
        ["with what track 2 has and little behind it", `570C${VISA}D2512201`, VISA],
        ["in bytes", "0x45 0x39 0x57 0x87 0x63 0x62 0x14 0x86", VISA],
        ["in escaped bytes", "\\x45\\x39\\x57\\x87\\x63\\x62\\x14\\x86", VISA],
        ["in bytes behind other words", `pan: ${bytes("0x", " ")}`, VISA],
        ["in bytes with commas", bytes("0x", ", "), VISA],
        ["in bytes with nothing between them", bytes("0x"), VISA],
        ["in bytes that were escaped twice", bytes("\\\\x"), VISA],
        ["in escaped bytes with commas", bytes("\\x", ", "), VISA],
        ["in bytes that were escaped four times, with commas", bytes("\\".repeat(8).concat("x"), ", "), VISA],
    ];
    for (const [title, text, digits] of is) {
        it(`is found ${title}`, () => {
            assert.equal(mayHoldTags(text), true);
            assert.deepEqual(digitsOf(taggedNumbers(text)), [digits]);
        });
    }

    const none: [title: string, text: string][] = [
        ["without its length", `5A16${VISA}`],
        ["with a wrong check digit", `5A08${VISA.slice(0, -1)}7`],
        ["of track 2 without an expiry", `5711${VISA}DA`],
        ["in six bytes", "0x45 0x39 0x57 0x87 0x63 0x62"],
        ["in bytes with a wrong check digit", "0x45 0x39 0x57 0x87 0x63 0x62 0x14 0x87"],
    ];
    for (const [title, text] of none) it(`is not found ${title}`, () => assert.deepEqual(taggedNumbers(text), []));

    it("is not worth looking for where only a tag, or a few bytes are written", () => {
        for (const text of [`5A08${VISA.slice(0, 12)}`, "1200x1600", "0x45 0x39 0x57 0x87"])
            assert.equal(mayHoldTags(text), false, text);
    });
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
