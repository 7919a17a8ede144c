import assert from "node:assert/strict";
import fc from "fast-check";
import { cardNumbersIn } from "../../../contract/cards/find.ts";
import { SURE } from "../../../contract/cards/windows.ts";
import {
    cardStretches,
    containsCardNumber,
    isCardNumber,
    maskCardNumbers,
    maskLongNumbers,
    mayHoldCardNumber,
    replaceCardNumbers,
} from "../../../contract/values/card-number.ts";

const VISA = "4539578763621486";
/** Of no issuer that there is. */
const FOREIGN = "7777777777777771";
const IBAN_WITH_CARD = "GB82WEST12345698765432";
const digitsIn = (text: string, known?: readonly string[]): string[] =>
    cardNumbersIn(text, known).map(({ digits }) => digits);

describe("a number that is known", () => {
    it("counts wherever its digits follow each other, as often as they do", () => {
        for (const text of [FOREIGN, `a-${FOREIGN}-b`, `12${FOREIGN}34`, "7777 7777 7777 7771"]) {
            assert.deepEqual(digitsIn(text), [], text);
            assert.deepEqual(digitsIn(text, [FOREIGN]), [FOREIGN], text);
            assert.ok(containsCardNumber(text, [FOREIGN]) && mayHoldCardNumber(text, [FOREIGN]), text);
            assert.ok(!containsCardNumber(text, ["7777777777777772"]), text);
            assert.ok(containsCardNumber(text, ["7777777777777772", FOREIGN]), text);
        }
        assert.deepEqual(digitsIn(`${FOREIGN}${FOREIGN}`, [FOREIGN]), [FOREIGN, FOREIGN]);
        const [found] = cardNumbersIn(`12${FOREIGN}3`, [FOREIGN]);
        assert.deepEqual([found?.start, found?.end, found?.sure, found?.at.length], [2, 18, SURE.known, 16]);
        assert.deepEqual([found?.at[0], found?.at[15]], [2, 17]);
    });

    it("has 13 digits at least, and 19 at most", () => {
        for (const length of [13, 19])
            assert.deepEqual(digitsIn("7".repeat(length), ["7".repeat(length)]), ["7".repeat(length)]);
        for (const length of [0, 12, 20]) assert.deepEqual(digitsIn("7".repeat(20), ["7".repeat(length)]), []);
    });

    it("is found by a quick look wherever the whole search finds it", () => {
        const part = fc.constantFrom(..."7777 7771 77777777 1 - . x e \u00e9 * / , 1234".split(" "), " ", FOREIGN);
        let held = 0;
        fc.assert(
            fc.property(fc.array(part, { maxLength: 9 }), (parts) => {
                const text = parts.join("");
                const holds = digitsIn(text, [FOREIGN]).includes(FOREIGN);
                if (holds) held++;
                assert.ok(!holds || containsCardNumber(text, [FOREIGN]), text);
            }),
        );
        assert.ok(held > 0);
    });

    it("counts within what is proved to be something else", () => {
        const hash = `ab${FOREIGN}7c0f1e2d3b4a5968`;
        assert.deepEqual(digitsIn(hash, [FOREIGN]), [FOREIGN]);
    });
});

describe("a number within something else", () => {
    it("is none where that proves what it is", () => {
        const uuid = "45395787-6362-4486-8111-1111abcd1111";
        for (const text of [IBAN_WITH_CARD, uuid]) assert.deepEqual(digitsIn(text), [], text);
        // At its very beginning, and at its very end.
        for (const text of ["45395787-6362-4001-8111-1111abcd1111", "abcdabcd-abcd-4abc-8111-111111111112"]) {
            assert.ok(digitsIn(text.replaceAll(/[a-d]/g, "")).length > 0);
            assert.deepEqual(digitsIn(text), [], text);
        }
        assert.ok(digitsIn(`${uuid} ${VISA}`).includes(VISA));
        assert.ok(digitsIn(`${VISA} ${uuid}`).includes(VISA));
    });

    it("is one in a hash where it is whole and of a usual length", () => {
        assert.deepEqual(digitsIn(`a${VISA}b7c0f1e2d3b4a596`), [VISA]);
        assert.deepEqual(digitsIn("a4222222222222b7c0f1e2d3b4a5968c"), []);
        assert.deepEqual(digitsIn(`a${VISA}9b7c0f1e2d3b4a59`), []);
    });

    it("is one where it only begins or ends beside it", () => {
        const iban = "BE71096123456769";
        assert.deepEqual(digitsIn(`${iban} ${VISA}`), [VISA]);
        assert.deepEqual(digitsIn(`${VISA} ${iban}`), [VISA]);
    });
});

describe("what becomes of card numbers in a text", () => {
    it("says where they stand", () => {
        assert.deepEqual(
            cardStretches(`ab ${VISA}, ${VISA}`).map(({ start, end }) => [start, end]),
            [
                [3, 19],
                [21, 37],
            ],
        );
        assert.deepEqual(cardStretches("ab 12"), []);
    });

    it("says where they are written, behind escapes too", () => {
        const text = "ab \\u0034.539578763621486e15;";
        const [found] = cardNumbersIn(text);
        assert.deepEqual([found?.digits, found?.start, found?.end], [VISA, 3, text.length - 1]);
        assert.deepEqual(found?.at.slice(0, 3), [3, 10, 11]);
        assert.equal(maskCardNumbers(text), "ab 453957******1486;");
    });

    it("refuses only what is surer than a chance, beside any other character", () => {
        for (const before of ["", "\u00e9 "]) {
            const text = `${before}98765${VISA}`;
            assert.deepEqual([containsCardNumber(text), mayHoldCardNumber(text)], [false, true]);
            assert.ok(containsCardNumber(`${before}${VISA}`));
        }
    });

    it("masks those that are known, and tokens stand for them", () => {
        assert.equal(maskCardNumbers(`12${FOREIGN}34`, [FOREIGN]), "12777777******777134");
        assert.equal(
            replaceCardNumbers(`a-${FOREIGN}`, (digits) => `<${digits.length}>`, [FOREIGN]),
            "a-<16>",
        );
        assert.equal(maskLongNumbers("12345678901", []), "12345678901");
    });

    it("leaves no number however often a replacement makes one anew", () => {
        // What is put in the place of one is a card itself, and so on for ever.
        let asked = 0;
        const token = (digits: string): string => {
            asked++;
            return asked < 5 ? VISA : `t${digits.length}`;
        };
        const free = replaceCardNumbers(`x${VISA}`, token);
        assert.ok(!mayHoldCardNumber(free), free);
        assert.equal(free, "t16");
        assert.equal(asked, 5);
    });

    it("cuts what is twice as long as a card, and nothing shorter", () => {
        assert.equal(maskLongNumbers("8".repeat(38)), `888888${"*".repeat(28)}8888`);
        assert.equal(maskLongNumbers("8".repeat(39)), `888888${"*".repeat(28)}8888`);
        assert.equal(maskLongNumbers("8".repeat(37)), `888888${"*".repeat(27)}8888`);
    });
});

describe("a card column's number", () => {
    it("is 13 to 19 digits and nothing else", () => {
        assert.equal(isCardNumber(FOREIGN), true);
        for (const text of [`x${FOREIGN}`, `${FOREIGN}x`, `${FOREIGN}0000`, ` ${FOREIGN}`])
            assert.equal(isCardNumber(text), false, text);
    });
});
