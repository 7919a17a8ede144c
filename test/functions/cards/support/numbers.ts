import fc from "fast-check";
import { luhnDigit } from "../../../../samples/generator/cards.ts";

/** First digits and lengths of many schemes, each as a public list has it. */
const SCHEMES: readonly [string, number][] = [
    ["4", 16],
    ["4", 19],
    ["51", 16],
    ["55", 16],
    ["2221", 16],
    ["2720", 16],
    ["34", 15],
    ["37", 15],
    ["36", 14],
    ["305", 14],
    ["3528", 16],
    ["6011", 16],
    ["65", 16],
    ["62", 16],
    ["62", 19],
    ["67", 19],
    ["5018", 16],
    ["2200", 16],
    ["2204", 16],
    ["9792", 16],
    ["8600", 16],
    ["9860", 16],
    ["508", 16],
    ["82", 16],
    ["506099", 19],
];

/** Card numbers with random digits and the right check digit. Zeros at the end would get lost behind an exponent. */
export const numbers: fc.Arbitrary<string> = fc
    .tuple(fc.constantFrom(...SCHEMES), fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 19, maxLength: 19 }))
    .map(([[prefix, length], digits]) => {
        const body = `${(prefix + digits.join("")).slice(0, length - 2)}7`;
        return body + luhnDigit(body);
    });
