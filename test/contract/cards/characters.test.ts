import assert from "node:assert/strict";
import { formOf } from "../../../contract/cards/characters.ts";

const form = (text: string): string => formOf(text.codePointAt(0) ?? 0);

describe("what a character is for a number", () => {
    const runs = [
        ["Arabic", 0x0660, "0123456789"],
        ["Devanagari", 0x0966, "0123456789"],
        ["Adlam", 0x1e950, "0123456789"],
        ["full-width", 0xff10, "0123456789"],
        ["mathematical", 0x1d7ce, "01234567890123456789"],
        ["tags", 0xe0030, "0123456789"],
        ["circled", 0x2460, "123456789"],
        ["negative circled", 0x2776, "123456789"],
        ["sans-serif circled", 0x2780, "123456789"],
        ["negative sans-serif circled", 0x278a, "123456789"],
        ["double circled", 0x24f5, "123456789"],
        ["negative circled zero", 0x24ff, "0"],
        ["zeros with a circle of sans-serif", 0x1f10b, "00"],
    ] as const;
    for (const [name, first, digits] of runs) {
        it(`is its value for digits of any kind: ${name}`, () => {
            assert.equal(Array.from(digits, (_, index) => formOf(first + index)).join(""), digits);
        });
    }

    it("is its value for the digits of every script that the runtime can write", () => {
        const systems = Intl.supportedValuesOf("numberingSystem");
        let scripts = 0;
        for (const system of systems) {
            const format = new Intl.NumberFormat(`en-u-nu-${system}`, { useGrouping: false });
            const digits = [...format.format(1234567890)];
            if (digits.length !== 10 || !digits.every((digit) => /\p{Nd}/u.test(digit))) continue;
            scripts++;
            assert.equal(digits.map(form).join(""), "1234567890", system);
        }
        assert.ok(scripts > 50, `${scripts}`);
    });

    it("is no digit before the first or behind the last of them", () => {
        for (const code of [0x2775, 0x277f, 0x2793, 0x24fe, 0xe002f, 0xe003a, 0x1f10d, 0x065f, 0x066a]) {
            assert.doesNotMatch(formOf(code), /^\d$/, code.toString(16));
        }
    });

    const cases = [
        { title: "a separator for what nobody sees", text: "\u115f\u1160\u3164\uffa0", form: " " },
        { title: "a separator for half of a pair", text: "\ud800", form: " " },
        { title: "a separator for the other half", text: "\udfff", form: " " },
        { title: "a letter for one of any alphabet", text: "éΩжÀ", form: "L" },
        { title: "a separator for syllables and marks", text: "漢アー·\u00a0\u2212\u200f", form: " " },
    ];
    for (const { title, text, form: expected } of cases) {
        it(`is ${title}`, () => {
            for (const one of text) assert.equal(form(one), expected, one);
        });
    }

    it("is all that its compatibility form is", () => {
        assert.deepEqual(["⑩", "½", "㎏", "ǅ", "⁴", "₄"].map(form), ["10", "1 2", "LL", "LL", "4", "4"]);
    });

    it("stays the same when thousands of others were asked for", () => {
        for (let code = 0x4e00; code < 0x4e00 + 5000; code++) assert.equal(formOf(code), " ");
        assert.deepEqual(["٤", "é"].map(form), ["4", "L"]);
    });
});
