import assert from "node:assert/strict";
import type { DecimalMark } from "../../../../functions/unpack/conventions.ts";
import { decimalText, markOf, ShownMark } from "../../../../functions/unpack/rows/decimal-text.ts";

const AMBIGUOUS = "ambiguous";
const [NONE, POINT, COMMA] = [undefined, ".", ","] as const;

describe("an amount's text", () => {
    type Case = [string, { configured?: DecimalMark; shown?: DecimalMark; decimals?: number }, string];
    const cases: Case[] = [
        ...["0", "12", "1234567", "12.50", "0.5", "0.125", "1234.567"].map((text): Case => [text, {}, text]),
        ["12,50", {}, "12.50"],
        ["0,125", {}, "0.125"],
        ["1234,567", {}, "1234.567"],
        ["1.234,56", {}, "1234.56"],
        ["1,234.56", {}, "1234.56"],
        ["1.234.567", {}, "1234567"],
        ["1,234,567", {}, "1234567"],
        ["1.234.567,8", {}, "1234567.8"],
        ["+1,234.56", {}, "+1234.56"],
        ["+12,5", {}, "+12.5"],
        ["+12", {}, "+12"],
        ["1,000", {}, AMBIGUOUS],
        ["1.500", {}, AMBIGUOUS],
        ["123.456", {}, AMBIGUOUS],
        ["1,0000", {}, AMBIGUOUS],
        ["1234,5678", {}, AMBIGUOUS],
        ["+1,000", {}, AMBIGUOUS],
        // No grouping begins with a zero, has four digits in its first group or a point before four.
        ["0,500", {}, "0.500"],
        ["1234.567", {}, "1234.567"],
        ["1.2345", {}, "1.2345"],
        ["12345,6789", {}, "12345.6789"],
        ["1,000", { shown: COMMA, decimals: 3 }, "1.000"],
        ["1,000", { shown: COMMA, decimals: 2 }, AMBIGUOUS],
        ["1,000", { shown: POINT, decimals: 3 }, AMBIGUOUS],
        ["1.000", { shown: POINT, decimals: 3 }, "1.000"],
        ["+1,000", { shown: COMMA, decimals: 3 }, "+1.000"],
        ["1,0000", { shown: COMMA, decimals: 4 }, "1.0000"],
        ["1,0000", { shown: COMMA, decimals: 3 }, AMBIGUOUS],
        ["12,50", { shown: POINT }, AMBIGUOUS],
        ["12.50", { shown: COMMA }, AMBIGUOUS],
        ["1.234,56", { shown: POINT }, AMBIGUOUS],
        ["1,000", { configured: COMMA }, "1.000"],
        ["1,000", { configured: POINT }, "1000"],
        ["1.000", { configured: COMMA }, "1000"],
        ["1.000", { configured: POINT }, "1.000"],
        ["1,0000", { configured: COMMA }, "1.0000"],
        ["1,0000", { configured: POINT }, AMBIGUOUS],
        ["12,50", { configured: POINT }, AMBIGUOUS],
        ["12.50", { configured: COMMA }, AMBIGUOUS],
        ["12,50", { configured: COMMA, shown: POINT }, "12.50"],
        ["1.234,56", { configured: COMMA }, "1234.56"],
        ["1,234.56", { configured: COMMA }, AMBIGUOUS],
        ["+1.000", { configured: COMMA }, "+1000"],
        // What is no such number stays, for its field to refuse.
        ...["", "x", "1,23,456", "1.234.56", "1,234,56", "1,2.3", "12,", ",5", "-1,000", "1 000", "1,234.567.8"].map(
            (text): Case => [text, {}, text],
        ),
        ["1,234,567.8,9", { configured: POINT }, "1,234,567.8,9"],
    ];
    for (const [written, { configured, shown, decimals = 2 }, text] of cases) {
        const known = `${configured ?? "nothing"} configured, ${shown ?? "nothing"} shown, ${decimals} decimals`;
        it(`${written} is ${text}, with ${known}`, () => {
            const result = decimalText(written, { configured, shown, decimals });
            assert.deepEqual(result, text === AMBIGUOUS ? { ambiguous: true } : { text });
        });
    }
});

describe("the mark that an amount proves", () => {
    const cases: [string, DecimalMark | undefined][] = [
        ...(["1", "1,000", "1.500", "1,0000", "", "x", "1.234.567.89"].map((text) => [text, NONE]) as [
            string,
            undefined,
        ][]),
        ["12.5", POINT],
        ["12,5", COMMA],
        ["1234,56789", COMMA],
        ["1.2345", POINT],
        ["1.234.567", COMMA],
        ["1,234,567", POINT],
        ["1,234.5", POINT],
        ["1.234,5", COMMA],
        ["1.234.5", NONE],
        ["x12,5", NONE],
        ["12,5x", NONE],
        ["1,234.5x", NONE],
        ["x1,234.5", NONE],
    ];
    for (const [text, mark] of cases) it(`is ${mark ?? "none"} for ${text}`, () => assert.equal(markOf(text), mark));
});

describe("the mark that a file has shown", () => {
    const shownBy = (amounts: string[], said?: DecimalMark): DecimalMark | undefined => {
        const shown = new ShownMark(said);
        for (const amount of amounts) shown.note(amount);
        return shown.mark;
    };

    it("is none before one has proved any", () => assert.equal(shownBy(["1,000", "12"]), undefined));

    it("is the one that was proved, however often", () => {
        assert.equal(shownBy(["1", "12,5", "13,5", "1,000"]), ",");
        assert.equal(shownBy(["1.5"]), ".");
    });

    it("is none any more once two contradict each other", () => {
        assert.equal(shownBy(["12,5", "12.5"]), undefined);
        assert.equal(shownBy(["12,5", "12.5", "12,5", "13,5"]), undefined);
    });

    it("is what the format says, whatever is proved", () => assert.equal(shownBy(["12,5", "12.5"], "."), "."));
});
