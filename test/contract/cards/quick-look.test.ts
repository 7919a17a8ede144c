import assert from "node:assert/strict";
import fc from "fast-check";
import { cardNumbersIn } from "../../../contract/cards/find.ts";
import { isPlainlyFree, isPlainlyFreeJson } from "../../../contract/cards/quick-look.ts";
import { SURE } from "../../../contract/cards/windows.ts";
import { isIban } from "../../../contract/values/iban.ts";

const VISA = "4539578763621486";
const sures = Object.values(SURE);

describe("the quick look for card numbers", () => {
    const free = [
        ...["", "a", "core-banking:r1", "2026-03-02T12:00:00.000Z", "DE89370400440532013000", "5411", "123456789012"],
        ...[
            "7777777777777777",
            "4539578763621487",
            "1a2b3c4d5e6f7a8b9c0d1e2f",
            "account-1234567/89012",
            "9".repeat(64),
        ],
        ...["12 34 56 78 90 12", "12345678901 a 2345678901", "x4539y5787z", "1234567890123x", "123456789012f"],
    ];
    for (const text of free) {
        it(`is enough for ${text.slice(0, 30)}`, () => {
            assert.ok(isPlainlyFree(text, SURE.glued), text);
            assert.ok(isPlainlyFreeJson(`{"a":"${text}","b":12}`, SURE.glued), text);
        });
    }

    const notEnough = [
        ...[VISA, `a${VISA}b`, `x-${VISA}-y`, "4539 5787 6362 1486", "4539-5787-6362-1486", `${"7".repeat(70)}`],
        ...[
            "4539x5787x6362x1486",
            `${"a".repeat(5)}4${VISA.slice(1)}`,
            "123456789012x453957876361e4",
            "123456789012e3",
            "123456789012E3",
        ],
        ...["4222222222222", `${"1".repeat(49)}${VISA}`, `${"1".repeat(50)}${VISA}`],
    ];
    for (const text of notEnough) {
        it(`is not enough for ${text.slice(0, 30)}`, () => {
            assert.ok(!isPlainlyFree(text, SURE.glued), text);
            assert.ok(!isPlainlyFreeJson(`{"a":"${text}"}`, SURE.glued), text);
        });
    }

    for (const text of ["é", "\u0080", "a\\b", "50%", "a&b", "a<b"]) {
        it(`leaves ${text} to the whole search, whatever it holds`, () => assert.ok(!isPlainlyFree(text, SURE.glued)));
    }

    const encoded = (text: string): string => Buffer.from(text).toString("base64");
    for (const { title, text } of [
        { title: "base64", text: encoded(VISA) },
        { title: "base64 at the begin of a longer one", text: encoded(`${VISA} of Ada`) },
        { title: "base64 among words", text: `see ${encoded(`no. ${VISA}`)} there` },
        { title: "codes with a dash between", text: [...VISA].map((digit) => `3${digit}`).join("-") },
        { title: "codes with nothing between", text: [...VISA].map((digit) => `3${digit}`).join("") },
        { title: "codes with a letter each", text: [...VISA].map((digit) => `x3${digit}`).join(" ") },
        { title: "as few codes of two digits as a number has", text: `34${"32".repeat(12)}` },
        {
            title: "as few codes of two digits with a letter each",
            text: [..."4222222222222"].map((digit) => `u3${digit}`).join(""),
        },
        {
            title: "thirteen codes with a letter each",
            text: [..."4222222222222"].map((digit) => `u003${digit}`).join(""),
        },
        {
            title: "codes of thirteen digits, two each",
            text: [..."4222222222222"].map((digit) => `3${digit}`).join(","),
        },
    ]) {
        it(`is not enough for a number in ${title}`, () => {
            for (const atLeast of sures) {
                assert.ok(!isPlainlyFree(text, atLeast), text);
                assert.ok(!isPlainlyFreeJson(`{"a":"${text}"}`, atLeast), text);
            }
        });
    }

    it("is enough for words that have letters of base64's digits here and there", () => {
        for (const text of [
            "MORNING",
            "I am Nobody, Mo",
            "ILO1",
            "M123O",
            "M123O567",
            "LxxxMxxxaxxx",
            "axxxMxxxLxxx",
            "LxxxMxxxaxxxLxxx",
            "LxxxaxxxMxxxLxxxa",
        ]) {
            assert.ok(isPlainlyFree(text, SURE.glued), text);
        }
    });

    it("is enough for codes of fewer digits than a card number has", () => {
        for (const text of ["u31u32u33u31u32u33u31u32", "3333333333333333", `${"3".repeat(16)}x${"7".repeat(26)}`]) {
            assert.ok(isPlainlyFree(text, SURE.glued), text);
        }
    });

    it("is enough for what begins like a tag of EMV, where there are too few digits for a card number", () => {
        assert.ok(isPlainlyFree("1D2411 of 789012", SURE.glued));
        assert.ok(!isPlainlyFree("1D2411 of 7890123", SURE.glued));
    });

    it("is not enough for groups of digits with the same word in quotes between", () => {
        assert.ok(!isPlainlyFree('4539"card"5787"card"6362"card"1486', SURE.glued));
    });

    it("is only as strict as it is asked to be", () => {
        const glued = `${VISA}98765`;
        assert.ok(!isPlainlyFree(glued, SURE.glued));
        assert.ok(isPlainlyFree(glued, SURE.counted));
        assert.ok(!isPlainlyFree(`${VISA}9876`, SURE.counted));
        assert.ok(isPlainlyFree(`${VISA}9876`, SURE.dated));
    });

    it("knows an account by its check digits, of any length that there is", () => {
        // Digits of a card are among those of both.
        for (const iban of [
            "NL91ABNA0417164300",
            "BE71096123456769",
            "NO9386011117947",
            "RU0204452560040702810412345678901",
        ]) {
            assert.ok(isIban(iban));
            assert.ok(isPlainlyFree(iban, SURE.glued), iban);
        }
    });

    it("sees two values of JSON as two", () => {
        assert.ok(isPlainlyFreeJson('["45395787","63621486"]', SURE.glued));
        assert.ok(isPlainlyFreeJson('["4539 card","5787 card","6362 card","1486"]', SURE.glued));
        assert.ok(!isPlainlyFreeJson("[45395787, 63621486]", SURE.glued));
    });

    it("never takes a text for free in which the whole search finds a number", () => {
        const part = fc.constantFrom(
            ..."0123456789",
            VISA,
            "378282246310005",
            "4539",
            "5787",
            "x",
            "e",
            "E",
            "-",
            " ",
            ".",
            "a1",
        );
        const texts = fc.array(part, { maxLength: 30 }).map((parts) => parts.join(""));
        let free = 0;
        fc.assert(
            fc.property(texts, fc.constantFrom(...sures), (text, atLeast) => {
                if (!isPlainlyFree(text, atLeast)) return;
                free++;
                assert.ok(!cardNumbersIn(text).some(({ sure }) => sure <= atLeast), text);
            }),
            { numRuns: 20 * Number(process.env.INPUTS ?? 100) },
        );
        assert.ok(free > 50, `${free}`);
    });
});
