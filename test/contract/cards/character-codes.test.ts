import assert from "node:assert/strict";
import { codedParts, mayHoldCodes } from "../../../contract/cards/character-codes.ts";
import { containsCardNumber, maskCardNumbers } from "../../../contract/values/card-number.ts";

const VISA = "4539578763621486";
const codes = (text: string, base: number, before = "", between = ""): string =>
    [...text].map((one) => before + one.charCodeAt(0).toString(base)).join(between);
const base64 = (text: string): string => Buffer.from(text).toString("base64");

describe("a card number written by the codes of its digits", () => {
    const is: [title: string, text: string][] = [
        ["in hexadecimal", codes(VISA, 16)],
        ["in hexadecimal with blanks", codes(VISA, 16, "", " ")],
        ["as bytes", codes(VISA, 16, "0x", ", ")],
        ["as mail writes them", codes(VISA, 16, "=")],
        ["as old scripts escape them", codes(VISA, 16, "%u00")],
        ["as style sheets escape them", codes(VISA, 16, "\\0000", " ")],
        ["by the names of Unicode", codes(VISA, 16, "U+00", " ")],
        ["in decimal", codes(VISA, 10, "", ",")],
        ["by references without their ends", codes(VISA, 10, "&#", " ")],
        ["in octal", codes(VISA, 8, "\\0")],
        ["in base64", base64(VISA)],
        ["in base64 behind one letter", base64(`a${VISA}`)],
        ["in base64 behind two", base64(`ab${VISA}`)],
        ["in base64 among others", base64(`{"pan":"${VISA}","name":"A. Person"}`)],
        ["in base64 for addresses", Buffer.from(`??>${VISA}`).toString("base64url")],
        ["with dashes, in base64", base64("4539-5787-6362-1486")],
    ];
    for (const [title, text] of is) {
        it(`is found ${title}`, () => {
            const all = `a-${text}.b`;
            assert.ok(mayHoldCodes(all) && containsCardNumber(all), all);
            const masked = maskCardNumbers(all);
            assert.ok(masked.startsWith("a-") && masked.endsWith(".b") && !containsCardNumber(masked), masked);
        });
    }

    const none: [title: string, text: string][] = [
        ["with a wrong check digit", codes("4539578763621487", 16, "", " ")],
        ["of twelve digits", codes("453957876362", 16)],
        ["in base64 of a name", base64("a name of somebody, and more of it")],
    ];
    for (const [title, text] of none) it(`is not found ${title}`, () => assert.ok(!containsCardNumber(text), text));

    it("reads all of the base64 around its digits, and nothing else", () => {
        const parts = codedParts(`x.${base64(`ab${VISA}z`)}==.y`);
        assert.equal([...parts.values()].map(({ text }) => text).join(""), `ab${VISA}z`);
        assert.deepEqual([...codedParts(`x.${base64("nothing of that kind")}`)], []);
    });
});
