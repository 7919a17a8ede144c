import assert from "node:assert/strict";
import { GAP_LENGTH, readRuns } from "../../../contract/cards/normal-form.ts";

/** The runs of a text: digits, with a blank before each that a separator stands before. */
function runsOf(text: string): string[] {
    const found: string[] = [];
    readRuns({ text, start: (at) => at, end: (at) => at }, ({ values, gaps, count, starts, ends }) => {
        assert.deepEqual([count, gaps.length, starts.length, ends.length], new Array(4).fill(values.length));
        found.push(values.map((value, index) => `${gaps[index] === 1 ? " " : ""}${value}`).join(""));
    });
    return found;
}

const DIGITS = "1234567890123";

describe("the digits of a text that belong together", () => {
    const cases: { title: string; text: string; runs: string[] }[] = [
        { title: "are those of a number", text: DIGITS, runs: [` ${DIGITS}`] },
        { title: "go on behind the last character of the first plane", text: `\uffff${DIGITS}`, runs: [` ${DIGITS}`] },
        { title: "are at least thirteen", text: DIGITS.slice(1), runs: [] },
        { title: "are those of groups", text: "1234-5678 (90123)", runs: [" 1234 5678 90123"] },
        { title: "end with a letter", text: `${DIGITS}A${DIGITS}`, runs: [` ${DIGITS}`, ` ${DIGITS}`] },
        { title: "end with a small letter", text: `a${DIGITS}z1`, runs: [` ${DIGITS}`] },
        { title: "go on over what stands beside the letters", text: "123456@[`{789 0123", runs: [" 123456 789 0123"] },
        { title: "end with a letter of another alphabet", text: `123456Ω${DIGITS}`, runs: [` ${DIGITS}`] },
        { title: "are digits of any script", text: "١٢٣４５６7890123", runs: [` ${DIGITS}`] },
        { title: "end with the stars of a masked number", text: "411111******1111 23456789", runs: [] },
        { title: "go on over stars behind a short group", text: `12****${DIGITS}`, runs: [` 12 ${DIGITS}`] },
        { title: "end with three stars behind six digits", text: `123456***${DIGITS}`, runs: [` ${DIGITS}`] },
        { title: "go on over a star", text: "1234567*890123", runs: [" 1234567 890123"] },
        { title: "go on over two stars behind a short group", text: "12345**67890123", runs: [" 12345 67890123"] },
        { title: "end with two stars behind six digits", text: `123456**${DIGITS}`, runs: [` ${DIGITS}`] },
        {
            title: "go on over two stars that are apart by a digit",
            text: "1234567*8*90123",
            runs: [" 1234567 8 90123"],
        },
    ];
    for (const { title, text, runs } of cases) {
        it(title, () => assert.deepEqual(runsOf(text), runs));
    }

    it("are all that a character reads as, each in its place", () => {
        assert.deepEqual(runsOf("⑩34567890123"), [" 1034567890123"]);
        assert.deepEqual(runsOf("3456789012½34"), [" 34567890121 234"]);
    });

    it("end with a gap of more than 256 characters", () => {
        const halves = (gap: number) => runsOf(`123456${" ".repeat(gap)}7890123`);
        assert.deepEqual(halves(GAP_LENGTH), [" 123456 7890123"]);
        assert.deepEqual(halves(GAP_LENGTH + 1), []);
    });

    it("are each found where they stand, beyond the first plane too", () => {
        const text = "𝟏2 345678901234";
        const places: [number[], number[]][] = [];
        readRuns({ text, start: (at) => at + 100, end: (at) => at + 200 }, ({ starts, ends }) =>
            places.push([starts, ends]),
        );
        assert.deepEqual(places[0]?.[0].slice(0, 3), [100, 102, 104]);
        assert.deepEqual(places[0]?.[1].slice(0, 3), [202, 203, 205]);
    });
});
