import assert from "node:assert/strict";
import fc from "fast-check";
import {
    cardDigits,
    containsCardNumber,
    isCardNumber,
    maskCardNumber,
    maskCardNumbers,
    maskLongNumbers,
    replaceCardNumbers,
} from "../../../contract/values/card-number.ts";

const VISA = "4111111111111111";

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
        { title: "leaves a longer number", text: `${VISA}${VISA}`, masked: `${VISA}${VISA}` },
        { title: "leaves ranges without cards", text: "1111111111111117", masked: "1111111111111117" },
        { title: "leaves an IBAN", text: "BE71096123456769", masked: "BE71096123456769" },
        {
            title: "leaves a UUID",
            text: "41111111-1111-4111-8111-111111111111",
            masked: "41111111-1111-4111-8111-111111111111",
        },
        {
            title: "leaves a hash",
            text: `ab${VISA}00112233445566`,
            masked: `ab${VISA}00112233445566`,
        },
    ];
    for (const { title, text, masked } of cases) it(title, () => assert.equal(maskCardNumbers(text), masked));

    it("finds a number in every issuer range", () => {
        for (const prefix of ["2221", "2720", "30", "34", "36", "37", "39", "4", "50", "51", "56", "60", "62", "69"]) {
            const body = prefix.padEnd(15, "7");
            const card = [..."0123456789"].map((digit) => body + digit).find(isCardNumber) ?? "";
            assert.ok(containsCardNumber(`id:${card}`), card);
        }
    });

    it("leaves numbers just outside the ranges", () => {
        for (const prefix of ["1", "2220", "2721", "31", "33", "7", "8", "9", "0"]) {
            const body = prefix.padEnd(15, "7");
            const card = [..."0123456789"].map((digit) => body + digit).find(isCardNumber) ?? "";
            assert.equal(containsCardNumber(card), false, card);
        }
    });

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
        assert.equal(containsCardNumber("1 9 ".repeat(100_000)), false);
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
            replaceCardNumbers("a-4111 1111 1111 1111", (digits) => `<${digits}>`),
            `a-<${VISA}>`,
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
                const contains = containsCardNumber(text);
                assert.equal(contains, maskCardNumbers(text) !== text, text);
                if (contains) found++;
            }),
            { numRuns: 3000 },
        );
        assert.ok(found > 300, String(found));
    });
});
