import assert from "node:assert/strict";
import fc from "fast-check";
import { containsCardNumber, maskCardNumbers } from "../../../contract/values/card-number.ts";
import { inputs } from "../../functions/support/inputs.ts";

const NUMBERS = ["4539578763621486", "378282246310005", "5555555555554444", "30569309025904", "6212345678901265"];

/** Everything that Unicode calls punctuation, a symbol, a blank, a mark or invisible, but the star, which masks. */
const SEPARATORS = Array.from({ length: 0x3100 }, (_, code) => String.fromCodePoint(code)).filter(
    (character) =>
        character !== "*" && /^[\p{P}\p{S}\p{Z}\p{Cc}\p{Cf}\p{M}]$/u.test(character) && isNoLetter(character),
);

/** Some symbols read as letters or digits, such as ℃ and ⑴. */
function isNoLetter(character: string): boolean {
    return !/[\p{L}\p{N}]/u.test(character.normalize("NFKC"));
}

/** A number with other characters before some of its digits. */
const separated = fc
    .tuple(
        fc.constantFrom(...NUMBERS),
        fc.array(
            fc.tuple(
                fc.nat({ max: 18 }),
                fc.array(fc.constantFrom(...SEPARATORS), { minLength: 1, maxLength: 3 }).map((some) => some.join("")),
            ),
            { maxLength: 8 },
        ),
    )
    .map(([number, between]) => {
        const before = new Map(between);
        return [...number].map((digit, at) => (at === 0 ? "" : (before.get(at) ?? "")) + digit).join("");
    });

describe("what stands between the digits of a card number", () => {
    it("hides it nowhere, whatever it is, unless it is a letter", () => {
        assert.ok(SEPARATORS.length > 1500, String(SEPARATORS.length));
        fc.assert(
            fc.property(separated, (written) => {
                assert.ok(containsCardNumber(written), JSON.stringify(written));
                assert.ok(!containsCardNumber(maskCardNumbers(written)));
            }),
            { ...inputs(500), examples: [["4;539-5787-6362-1486"], ["3;782-8224;6310/005"]] },
        );
    });

    for (const separator of SEPARATORS.filter((character) => character < "\u0080")) {
        it(`is ${JSON.stringify(separator)}, after each digit or in the middle`, () => {
            for (const number of NUMBERS) {
                assert.ok(containsCardNumber([...number].join(separator)));
                assert.ok(containsCardNumber(`${number.slice(0, 5)}${separator}${number.slice(5)}`));
            }
        });
    }
});
