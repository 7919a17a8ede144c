import assert from "node:assert/strict";
import { eachWindow, SURE, type Sure } from "../../../contract/cards/windows.ts";
import { luhnDigit } from "../../../samples/generator/cards.ts";

const nameOf = (sure: Sure): string => Object.entries(SURE).find(([, value]) => value === sure)?.[0] ?? "";

/** The numbers in groups of digits, each with how sure it is. */
function numbersIn(text: string): string[] {
    const groups = text.split(" ");
    const values = groups.join("").split("").map(Number);
    const gaps = groups.flatMap((group) => Array.from(group, (_, index) => (index === 0 ? 1 : 0)));
    const found: string[] = [];
    eachWindow({ count: values.length, values, gaps }, (from, length, sure) => {
        found.push(`${values.slice(from, from + length).join("")} ${nameOf(sure)}`);
    });
    return found;
}

/** A number of this length that begins so. */
const numberOf = (prefix: string, length: number): string => {
    const body = prefix.padEnd(length - 1, "7");
    return body + luhnDigit(body);
};
const VISA = numberOf("4539", 16);
const AMEX = numberOf("3782", 15);
/** Of a length that is rare for its issuer. */
const RARE = numberOf("4539", 13);
const UATP = numberOf("1234", 15);
const cut = (number: string, ...at: number[]): string =>
    [0, ...at].map((from, index) => number.slice(from, at[index] ?? undefined)).join(" ");
/** Whether this number is among those of the text, and how sure. */
const sureOf = (text: string, number: string): string | undefined =>
    numbersIn(text)
        .find((one) => one.startsWith(`${number} `))
        ?.split(" ")[1];

describe("a stretch of digits is a card number", () => {
    const whole = [VISA, AMEX, RARE, UATP, numberOf("6011", 19), numberOf("3600", 14)];
    for (const number of whole) it(`by itself: ${number}`, () => assert.equal(sureOf(number, number), "whole"));

    it("only with the right check digit, and a length that its issuer has", () => {
        assert.deepEqual(numbersIn(VISA.slice(0, -1) + ((Number(VISA.at(-1)) + 1) % 10)), []);
        assert.deepEqual(numbersIn(numberOf("5105", 15)), []);
        assert.deepEqual(numbersIn(numberOf("4539", 12)), []);
        assert.deepEqual(numbersIn(numberOf("7777", 16)), []);
    });

    const cases: { title: string; text: string; number: string; sure: string | undefined }[] = [
        { title: "beside other groups", text: `12 ${VISA} 34`, number: VISA, sure: "whole" },
        { title: "in groups of four", text: cut(VISA, 4, 8, 12), number: VISA, sure: "grouped" },
        { title: "in groups of an Amex", text: cut(AMEX, 4, 10), number: AMEX, sure: "grouped" },
        { title: "in odd groups that are all there is", text: cut(VISA, 3, 9), number: VISA, sure: "grouped" },
        {
            title: "in odd groups beside others, at a usual length",
            text: `9 ${cut(VISA, 3)} 9`,
            number: VISA,
            sure: "grouped",
        },
        {
            title: "in odd groups of a rare length that are all there is",
            text: cut(RARE, 3),
            number: RARE,
            sure: "grouped",
        },
        {
            title: "in odd groups beside others, at a rare length",
            text: `9 ${cut(RARE, 3)}`,
            number: RARE,
            sure: undefined,
        },
        {
            title: "in a card's groups beside others, at a rare length",
            text: `9 ${cut(UATP, 4, 10)}`,
            number: UATP,
            sure: "grouped",
        },
        {
            title: "in groups of four beside others, at a rare length",
            text: `9 ${cut(numberOf("4539", 18), 4, 8, 12, 16)}`,
            number: numberOf("4539", 18),
            sure: "grouped",
        },
        {
            title: "in groups of four beside others, at a length that others have",
            text: `9 ${cut(numberOf("1800", 16), 4, 8, 12)}`,
            number: numberOf("1800", 16),
            sure: "grouped",
        },
        {
            title: "in groups of four, the last one glued to an expiry",
            text: `${cut(VISA, 4, 8, 12)}2512`,
            number: VISA,
            sure: "dated",
        },
        { title: "in odd groups that zeros follow", text: `${cut(VISA, 3)}000`, number: VISA, sure: "dated" },
        { title: "in odd groups that others follow", text: `${cut(VISA, 3)}007`, number: VISA, sure: undefined },
        { title: "in odd groups that begin within one", text: `7${cut(VISA, 3)}000`, number: VISA, sure: undefined },
        {
            title: "in odd groups of a rare length that zeros follow",
            text: `${cut(RARE, 3)}00`,
            number: RARE,
            sure: undefined,
        },
        { title: "glued to a date behind it", text: `${VISA}20260301`, number: VISA, sure: "dated" },
        { title: "glued to a date before it", text: `20260301${VISA}`, number: VISA, sure: "dated" },
        { title: "glued to an expiry", text: `${VISA}2512`, number: VISA, sure: "dated" },
        { title: "glued to track data", text: `${VISA}2512101`, number: VISA, sure: "dated" },
        { title: "glued to a time", text: `${VISA}20260301123456`, number: VISA, sure: "dated" },
        { title: "glued to milliseconds", text: `${VISA}20260301123456789`, number: VISA, sure: "dated" },
        { title: "glued to zeros", text: `00000${VISA}`, number: VISA, sure: "dated" },
        { title: "glued to another card before it", text: `${AMEX}${VISA}`, number: VISA, sure: "dated" },
        { title: "glued to another card behind it", text: `${VISA}${AMEX}`, number: VISA, sure: "dated" },
        { title: "glued to a number padded with zeros", text: `${VISA}00000012345`, number: VISA, sure: "dated" },
        { title: "with a counter of four digits", text: `${VISA}9876`, number: VISA, sure: "counted" },
        { title: "with five digits behind it", text: `${VISA}98765`, number: VISA, sure: "glued" },
        { title: "behind a date, with a counter", text: `20260301${VISA}9876`, number: VISA, sure: "counted" },
        { title: "behind zeros, with a counter", text: `0000${VISA}9876`, number: VISA, sure: "glued" },
        { title: "at the end of a longer number", text: `98765${VISA}`, number: VISA, sure: "glued" },
        { title: "within a longer number", text: `98765${VISA}98765`, number: VISA, sure: undefined },
        { title: "of a rare length, with a counter", text: `${RARE}9876`, number: RARE, sure: undefined },
        { title: "of a rare length, between dates", text: `20260301${RARE}20260301`, number: RARE, sure: "dated" },
        { title: "that begins with a 1, glued to a date", text: `${UATP}20260301`, number: UATP, sure: undefined },
        {
            title: "glued to a number of no issuer",
            text: `${VISA}${numberOf("7777", 16)}`,
            number: VISA,
            sure: "glued",
        },
        { title: "glued to a wrong number", text: `${VISA}4539578763621487`, number: VISA, sure: "glued" },
        { title: "glued to one digit that is a zero", text: `${RARE}0`, number: RARE, sure: "dated" },
        { title: "glued to eighteen zeros", text: `${RARE}${"0".repeat(18)}`, number: RARE, sure: undefined },
        { title: "glued to a short card", text: `${RARE}4222222222222`, number: RARE, sure: "dated" },
        { title: "glued to a long card", text: `${RARE}${numberOf("6011", 19)}`, number: RARE, sure: "dated" },
        { title: "behind its own length", text: `16${VISA}`, number: VISA, sure: "dated" },
        { title: "behind another length", text: `15${VISA}`, number: VISA, sure: "glued" },
        { title: "behind a counter that is padded with zeros", text: `00042${VISA}`, number: VISA, sure: "dated" },
        { title: "behind a counter with one zero", text: `042${VISA}`, number: VISA, sure: "glued" },
        { title: "glued to an expiry and a code", text: `${VISA}1228123`, number: VISA, sure: "dated" },
        { title: "glued to the year and month of its expiry", text: `${VISA}202812`, number: VISA, sure: "dated" },
        { title: "glued to the month and year of its expiry", text: `${VISA}122028`, number: VISA, sure: "dated" },
        { title: "glued to the rest of track 2", text: `${VISA}28121011234567890`, number: VISA, sure: "dated" },
        { title: "glued to no service code", text: `${VISA}28123991234567890`, number: VISA, sure: "glued" },
        { title: "behind seconds since 1970", text: `1767225600${VISA}`, number: VISA, sure: "dated" },
        { title: "glued to milliseconds since 1970", text: `${VISA}1767225600123`, number: VISA, sure: "dated" },
        {
            title: "behind a wrong number of 48 digits",
            text: numberOf("4539", 48) + RARE,
            number: RARE,
            sure: undefined,
        },
        { title: "glued to an expiry beside others", text: `${RARE}2512 9`, number: RARE, sure: "dated" },
        {
            title: "of a rare length, between dates behind others",
            text: `12 20260301${RARE}20260301`,
            number: RARE,
            sure: "dated",
        },
        {
            title: "behind a day that would be a date with what follows",
            text: `010320${numberOf("26", 16)}`,
            number: numberOf("26", 16),
            sure: "dated",
        },
        { title: "behind a year alone", text: `2026${VISA}`, number: VISA, sure: "glued" },
    ];
    for (const { title, text, number, sure } of cases) {
        it(`${sure === undefined ? "not " : ""}${title}: ${sure}`, () => assert.equal(sureOf(text, number), sure));
    }

    it("is none that begins within the date that leads it", () => {
        // 2026-03-01 and on: what begins at its third digit would be a Mastercard's.
        const from = numberOf("260301", 16);
        assert.equal(sureOf(`20${from}`, from), undefined);
        assert.equal(sureOf(`7777 20${from}`, from), undefined);
        assert.equal(sureOf(`99${from}`, from), "glued");
    });

    const dates: { digits: string; is: boolean }[] = [
        ...["20260301", "19991231", "01032026", "31121999", "260301", "010326", "2512", "2501", "0000", "2512101"].map(
            right,
        ),
        ...["990301", "010399"].map(right),
        ...["202603019", "010320269"].map(wrong),
        ...["20260301120000", "20260301120000123", "260301120000", "010326120000"].map(right),
        ...["20261301", "20260001", "20260300", "20260332", "21260301", "18260301", "32031999", "01132026"].map(wrong),
        ...["261301", "2513", "2500", "2513101", "20261301120000", "20261301120000123", "123456789"].map(wrong),
    ];
    for (const { digits, is } of dates) {
        it(`${is ? "takes" : "does not take"} ${digits} behind a rare one for a date`, () => {
            assert.equal(sureOf(`${RARE}${digits}`, RARE), is ? "dated" : undefined);
        });
    }

    function right(digits: string) {
        return { digits, is: true };
    }
    function wrong(digits: string) {
        return { digits, is: false };
    }
});
