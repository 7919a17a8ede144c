import assert from "node:assert/strict";
import fc from "fast-check";
import {
    cardDigits,
    containsCardNumber,
    isCardNumber,
    maskCardNumber,
    maskCardNumbers,
    maskLongNumbers,
    mayHoldCardNumber,
    replaceCardNumbers,
} from "../../../contract/values/card-number.ts";

const VISA = "4111111111111111";
const MASKED = "411111******1111";
const RUNS = Number(process.env.INPUTS ?? 3000);

describe("isCardNumber", () => {
    const cases = [
        { title: "takes 16 digits", digits: VISA, is: true },
        { title: "takes 15 digits", digits: "378282246310005", is: true },
        { title: "takes 13 digits", digits: "4222222222222", is: true },
        { title: "takes 19 digits", digits: "6304000000000000000", is: true },
        { title: "refuses a wrong check digit", digits: "4111111111111112", is: false },
        { title: "refuses two digits swapped", digits: "5105105105105010", is: false },
        { title: "refuses 12 digits", digits: "411111111116", is: false },
        { title: "refuses 20 digits", digits: "41111111111111111112", is: false },
        { title: "refuses letters", digits: "411111111111111I", is: false },
        { title: "refuses nothing", digits: "", is: false },
    ];
    for (const { title, digits, is } of cases) it(title, () => assert.equal(isCardNumber(digits), is));
});

describe("maskCardNumbers", () => {
    const cases = [
        { title: "keeps the first six and last four", text: VISA, masked: "411111******1111" },
        { title: "finds fifteen digits", text: "378282246310005", masked: "378282*****0005" },
        { title: "finds nineteen digits", text: "6304000000000000000", masked: "630400*********0000" },
        { title: "leaves fifteen digits with a wrong check digit", text: "378282246310004", masked: "378282246310004" },
        { title: "finds one among words", text: `card ${VISA}, thanks`, masked: "card 411111******1111, thanks" },
        { title: "finds one between letters", text: `x${VISA}y`, masked: "x411111******1111y" },
        { title: "finds groups", text: "4111 1111 1111 1111", masked: "411111******1111" },
        { title: "finds dashes", text: "4111-1111-1111-1111", masked: "411111******1111" },
        { title: "finds marks nobody sees", text: "4111\u200f11111111\u00ad1111", masked: "411111******1111" },
        { title: "finds full-width digits", text: "４１１１１１１１１１１１１１１１", masked: "411111******1111" },
        { title: "finds Arabic digits", text: "٤١١١١١١١١١١١١١١١", masked: "411111******1111" },
        { title: "finds one after another number", text: `2024-${VISA}`, masked: "2024-411111******1111" },
        { title: "finds two", text: `${VISA} ${VISA}`, masked: "411111******1111 411111******1111" },
        { title: "leaves a wrong check digit", text: "4111111111111112", masked: "4111111111111112" },
        { title: "finds two without anything between", text: `${VISA}${VISA}`, masked: `${MASKED}${MASKED}` },
        { title: "finds a date glued to it", text: `${VISA}20260301`, masked: `${MASKED}20260301` },
        { title: "finds a date before it", text: `20260301${VISA}`, masked: `20260301${MASKED}` },
        { title: "finds a counter behind it", text: `${VISA}0000042`, masked: `${MASKED}0000042` },
        { title: "finds any number behind it", text: `${VISA}1234567`, masked: `${MASKED}1234567` },
        { title: "finds colons", text: "4111:1111:1111:1111", masked: MASKED },
        { title: "finds middle dots, doubled", text: "4111··1111··1111··1111", masked: MASKED },
        { title: "finds the minus sign", text: "4111\u22121111\u22121111\u22121111", masked: MASKED },
        { title: "finds brackets", text: "[4111] (1111) {1111} <1111>", masked: `[${MASKED}>` },
        { title: "finds line breaks", text: "4111\n1111\r\n1111\u20281111", masked: MASKED },
        { title: "finds superscripts", text: "⁴¹¹¹¹¹¹¹¹¹¹¹¹¹¹¹", masked: MASKED },
        { title: "finds circled digits", text: "④①①①①①①①①①①①①❶❶❶", masked: MASKED },
        { title: "finds JSON's escapes", text: "\\u0034111\\t1111\\u00a01111\\\\u0031111", masked: MASKED },
        { title: "finds a URL's escapes", text: "%34111%2D1111%C2%A01111%252D1111", masked: MASKED },
        { title: "finds XML's references", text: "&#52;111&#160;1111&nbsp;1111&amp;#x31;111", masked: MASKED },
        { title: "finds one cut by comments", text: "4111<!-- x -->1111<![CDATA[1111]]>1111", masked: MASKED },
        {
            title: "finds one that is written with escapes within a comment",
            text: "<!-- %34111&#160;1111%201111%201111 -->",
            masked: `<!-- ${MASKED} -->`,
        },
        {
            title: "finds one that is cut by sections within an instruction",
            text: "<?a <![CDATA[4111]]><![CDATA[1111]]><![CDATA[1111]]><![CDATA[1111]]>?>",
            masked: `<?a <![CDATA[${MASKED}]]>?>`,
        },
        {
            title: "finds one that is cut by comments within an instruction, and the other way round",
            text: "<?a 4111<!-- x -->1111<!-- x -->1111<!-- x -->1111?><!-- 4111<?x?>1111<?x?>1111<?x?>1111 -->",
            masked: `<?a ${MASKED}?><!-- ${MASKED} -->`,
        },
        { title: "finds one behind what looks like an escape", text: `%${VISA}`, masked: `%${MASKED}` },
        { title: "finds track 2", text: `;${VISA}=25121011234567890?`, masked: `;${MASKED}=25121011234567890?` },
        { title: "finds track 2 in hexadecimal", text: `${VISA}D2512101F`, masked: `${MASKED}D2512101F` },
        { title: "finds one padded to a hash", text: `${VISA}${"F".repeat(16)}`, masked: `${MASKED}${"F".repeat(16)}` },
        {
            title: "finds one in the shape of a UUID",
            text: "41111111-1111-1111-0000-000000000000",
            masked: `${MASKED}-0000-000000000000`,
        },
        { title: "finds one with a wrong IBAN's letters", text: `DE00${VISA}`, masked: `DE00${MASKED}` },
        { title: "finds an exponent", text: "4.111111111111111E15", masked: MASKED },
        { title: "finds the exponent of zeros", text: "453957876361e4", masked: "453957******0000" },
        { title: "finds a negative exponent", text: "41111111111111110e-1", masked: MASKED },
        { title: "finds letters between groups", text: "4111x1111x1111x1111", masked: MASKED },
        { title: "leaves ranges without cards", text: "1111111111111117", masked: "1111111111111117" },
        { title: "leaves an IBAN", text: "BE71096123456769", masked: "BE71096123456769" },
        {
            title: "leaves a UUID",
            text: "41111111-1111-4111-8111-111111111111",
            masked: "41111111-1111-4111-8111-111111111111",
        },
        {
            title: "leaves a hash whose digits may be one by chance",
            text: `ab${VISA}7c0f1e2d3b4a5968`,
            masked: `ab${VISA}7c0f1e2d3b4a5968`,
        },
    ];
    for (const { title, text, masked } of cases) it(title, () => assert.equal(maskCardNumbers(text), masked));

    it("never leaves a card number that any text surrounds", () => {
        const around = fc.string({ unit: "binary" }).filter((text) => !/[\p{Nd}A-Za-z-]/u.test(text));
        fc.assert(
            fc.property(around, around, (before, after) => {
                assert.ok(!maskCardNumbers(`${before}${VISA}${after}`).includes(VISA));
            }),
        );
    });

    it("takes time in proportion to a hostile text", () => {
        // Quadratic work on this text would outlast the test's time limit by far.
        assert.equal(containsCardNumber("1 9 ".repeat(RUNS < 3000 ? 1000 : 100_000)), false);
    });
});

describe("maskLongNumbers", () => {
    const cases = [
        { title: "masks a mistyped number too", text: "4111111111111112", masked: "411111******1112" },
        { title: "keeps the groups", text: "4111 1111 1111 1112", masked: "4111 1*** **** 1112" },
        { title: "leaves short numbers", text: "12345678901", masked: "12345678901" },
        { title: "leaves a time", text: "2025-03-01T10:00:00", masked: "2025-03-01T10:00:00" },
        { title: "cuts an endless number", text: "4".repeat(100), masked: `444444${"*".repeat(28)}4444` },
    ];
    for (const { title, text, masked } of cases) it(title, () => assert.equal(maskLongNumbers(text), masked));
});

describe("replaceCardNumbers", () => {
    it("gives the replacement the bare digits", () => {
        assert.equal(
            replaceCardNumbers("a-4111 1111 1111 1111", (digits) => `<${digits === VISA}>`),
            "a-<true>",
        );
    });
});

it("cardDigits drops blanks and dashes only", () => assert.equal(cardDigits(" 4111-11 1x"), "4111111x"));

it("maskCardNumber keeps the length", () => assert.equal(maskCardNumber("6304000000000000000"), "630400*********0000"));

describe("containsCardNumber", () => {
    it("sees exactly what masking would mask", () => {
        const part = fc.constantFrom(
            "4111",
            "1111",
            VISA,
            "378282246310005",
            "12",
            "-",
            " ",
            "a",
            '"',
            ",",
            "٤",
            "\u00ad",
        );
        let found = 0;
        fc.assert(
            fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
                const text = parts.join("");
                const contains = mayHoldCardNumber(text);
                assert.equal(contains, maskCardNumbers(text) !== text, text);
                assert.ok(contains || !containsCardNumber(text), text);
                if (contains) found++;
            }),
            { numRuns: RUNS },
        );
        assert.ok(found > RUNS / 10, String(found));
    });
});
