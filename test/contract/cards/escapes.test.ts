import assert from "node:assert/strict";
import { escapeAt, HAS_ESCAPES, type Markup, markupsOf } from "../../../contract/cards/escapes.ts";

const [ALL] = markupsOf("") as [Markup];
const BLANK = 0x20;
const at = (text: string, markup: Markup = ALL) => escapeAt(`x${text}`, 1, markup);

describe("the escape that begins at a place", () => {
    const escapes: [string, number][] = [
        ...["\\u0034", "\\U0034", "\\u{34}", "\\u{000034}", "\\x34", "\\X34", "\\\\\\u0034"].map(of4),
        ...[`${"\\".repeat(32)}u0034`, "%34", "%2534", `%${"25".repeat(8)}34`].map(of4),
        ...["&#52;", "&#0000052;", "&#x34;", "&#X34;", "&#x00000034;", "&amp;#52;", `&${"amp;".repeat(8)}#x34;`].map(
            of4,
        ),
        ...["\\t", "\\n", "\\r", "\\f", "\\b", "\\v", '\\"', "\\'", "\\/", "&nbsp;", "&Tab;", "&frac12;"].map(blank),
        ["\\u00E4", 0xe4],
        ["\\uffff", 0xffff],
        ["\\u{10ffff}", 0x10ffff],
        ["&#1114111;", 0x10ffff],
        ["&amp;", 0x26],
        ["&lt;", 0x3c],
        ["&gt;", 0x3e],
        ["&quot;", 0x22],
        ["&apos;", 0x27],
        ["%7F", 0x7f],
        ["%C2%A0", 0xa0],
        // Too long a form is one that somebody reads all the same.
        ["%C0%B4", 0x34],
        ["%E0%80%B4", 0x34],
        ["%F0%80%80%B4", 0x34],
        ["%c3%a4", 0xe4],
        ["%25C3%25A4", 0xe4],
        ["%DF%BF", 0x7ff],
        ["%E2%80%8B", 0x200b],
        ["%EF%BF%BD", 0xfffd],
        ["%F0%9F%98%80", 0x1f600],
        ["%F4%8F%BF%BF", 0x10ffff],
        // Bytes that no character begins with, or more than there are characters.
        ["%80", BLANK],
        ["%BF", BLANK],
        ["%F7%BF%BF%BF", BLANK],
        ["<![CDATA[", BLANK],
        ["<!---->", BLANK],
        ["<!-- 4\n -->", BLANK],
        ["<?a b?>", BLANK],
        [`<!--${"x".repeat(256)}-->`, BLANK],
        [`<?${"x".repeat(256)}?>`, BLANK],
    ];
    for (const [text, codePoint] of escapes) {
        it(`is ${text.slice(0, 40)}, all of it`, () => {
            assert.deepEqual(at(`${text}9`), { codePoint, length: text.length });
        });
    }

    const beginnings: [string, number, number][] = [
        ["%C2", BLANK, 3],
        ["%80%B4", BLANK, 3],
        ["%BF%B4", BLANK, 3],
        ["%C2%41", BLANK, 3],
        ["%C2%C2", BLANK, 3],
        ["%E2%80", BLANK, 6],
        ["%E2%80%41", BLANK, 6],
        ["&#52&#53;", 0x34, 4],
        ["&nbsp&nbsp;", BLANK, 5],
        ["\\u00345", 0x34, 6],
    ];
    for (const [text, codePoint, length] of beginnings) {
        it(`is the beginning of ${text}`, () => assert.deepEqual(at(text), { codePoint, length }));
    }

    const none = [
        "a",
        "4",
        "\\q",
        "\\u003",
        "\\u{}",
        "\\x3",
        "%4",
        "%zz",
        "&#52",
        "&;",
        "&#x;",
        "&#;",
        "&a;",
        "&#52 ;",
    ];
    for (const text of [...none, "&#1114112;", "\\u{110000}", "<b>", "<!-", `<!--${"x".repeat(257)}-->`, "<?a"]) {
        it(`is none in ${text.slice(0, 40)}`, () => assert.equal(at(text), undefined));
    }

    it("is only looked for where one of its first characters is", () => {
        for (const text of ["a\\", "%", "&", "<"]) assert.ok(HAS_ESCAPES.test(text), text);
        assert.ok(!HAS_ESCAPES.test("a/+;>4"));
    });

    function of4(text: string): [string, number] {
        return [text, 0x34];
    }
    function blank(text: string): [string, number] {
        return [text, BLANK];
    }
});

describe("what may be left out of a text", () => {
    const PARTS = ["<![CDATA[", "<!-- x -->", "<?x?>"];
    const leftOut = (text: string): string[] =>
        markupsOf(text).map((markup) => PARTS.map((part) => (at(part, markup) === undefined ? "-" : "+")).join(""));

    it("is everything that no text is part of", () => {
        for (const text of ["", "a", "<b>", "<![CDATA["]) assert.deepEqual(leftOut(text), ["+++"], text);
    });

    it("are sections alone where a comment or an instruction may hold a number", () => {
        for (const text of ["<!-- ", "<?a"]) assert.deepEqual(leftOut(text), ["+++", "+--"], text);
    });

    it("is each of them alone where one may hold the other", () => {
        for (const text of ["<!-- <?", "<? \n <!--", "<?a <!--"])
            assert.deepEqual(leftOut(text), ["+++", "++-", "+-+", "+--"], text);
    });
});
