import assert from "node:assert/strict";
import creditCardType from "credit-card-type";
import { allowedLengths, ISSUERS, usualLengths } from "../../../contract/cards/issuers.ts";
import { containsCardNumber } from "../../../contract/values/card-number.ts";
import { luhnDigit } from "../../../samples/generator/cards.ts";

const numberOf = (prefix: string, length: number): string => {
    const body = prefix.padEnd(length - 1, "7").slice(0, length - 1);
    return body + luhnDigit(body);
};

describe("the issuers", () => {
    for (const { scheme, from, to, usual, others = [] } of ISSUERS) {
        it(`${scheme} from ${from} to ${to}: each length that it has is found, 12 digits are not`, () => {
            for (const prefix of [from, to]) {
                for (const length of [...usual, ...others]) {
                    assert.ok(containsCardNumber(`id:${numberOf(String(prefix), length)}`), `${prefix} ${length}`);
                }
            }
            assert.ok(!containsCardNumber(numberOf(String(from), 12)));
        });
    }

    for (const prefix of ["0", "2220", "2721", "31", "33", "7", "83", "8599", "8601", "9791", "9793", "9999"]) {
        it(`no scheme has 16 digits from ${prefix} on`, () => {
            assert.equal(containsCardNumber(numberOf(prefix, 16)), false);
        });
    }

    /** Once more, from the schemes' tables: first digits, lengths that nearly every card has, lengths that there are. */
    const known = [
        ["UATP", "1000-1999 1800 1946", "", "15"],
        ["JCB of 15", "1800 2131", "", "15-19"],
        ["GPN", "1946", "", "16"],
        ["Mir", "2200-2204", "16", "16-19"],
        ["PayPak", "2205", "16", ""],
        ["Mastercard", "2221-2720 5100-5599", "16", ""],
        ["Diners Club", "3000-3059 3095 3600-3699 3800-3999", "14 16", "14 16-19"],
        ["American Express", "3400-3499 3700-3799", "15", ""],
        ["JCB", "3528-3589", "16", "16-19"],
        ["Visa", "4000-4999", "16 19", "13 18"],
        ["Maestro", "4936", "16 19", "13-19"],
        ["Maestro", "5000-5099 5600-5999 6000-6999", "16 18 19", "13-19"],
        ["UnionPay", "8100-8299", "16", "14-19"],
        ["Uzcard, ArCa, Belkart", "8600 9051 9112", "16", ""],
        ["UnionPay in China", "9156", "16", "16-19"],
        ["BC Card, Elcart, mada", "9410 9417 9682", "16", ""],
        ["NAPAS", "9704", "16 19", ""],
        ["Korti Milli, Troy, Prostir, Humo", "9762 9792 9804 9860", "16", ""],
        ["Carnet, DinaCard", "2869 9891", "16", ""],
    ] as const;
    const ranges = (text: string): number[][] =>
        text.split(" ").flatMap((one) => (one === "" ? [] : [one.split("-").map(Number)]));
    const bits = (text: string): number =>
        ranges(text)
            .flatMap(([from = 0, to = from]) => Array.from({ length: to - from + 1 }, (_, index) => from + index))
            .reduce((sum, length) => sum | (1 << length), 0);
    for (const [scheme, prefixes, usual, allowed] of known) {
        it(`have ${scheme}'s numbers of ${prefixes} with its lengths`, () => {
            for (const prefix of ranges(prefixes).flat()) {
                assert.equal(usualLengths(prefix) & bits(usual), bits(usual), `${prefix}`);
                const all = bits(usual) | bits(allowed);
                assert.equal(allowedLengths(prefix) & all, all, `${prefix}`);
            }
        });
    }

    it("each have the name of a scheme", () => {
        for (const { scheme, from } of ISSUERS) assert.match(scheme, /^[A-Za-z]/, `${from}`);
    });

    it("have no lengths where no scheme has numbers, nor beyond four digits", () => {
        for (const prefix of [0, 999, 2000, 3300, 7000, 9999, 10_000, -1]) {
            assert.deepEqual([usualLengths(prefix), allowedLengths(prefix)], [0, 0], `${prefix}`);
        }
    });

    it("are at least those of credit-card-type, but for Maestro's 12 digits", () => {
        const types = Object.values(creditCardType.types).map((name) => creditCardType.getTypeInfo(name));
        assert.ok(types.length >= 12);
        for (const { type, patterns, lengths } of types) {
            for (const pattern of patterns.flat()) {
                const prefix = Number(String(pattern).padEnd(4, "0").slice(0, 4));
                for (const length of lengths.filter((one) => one > 12)) {
                    assert.ok(
                        (allowedLengths(prefix) & (1 << length)) !== 0,
                        `${type} ${pattern} with ${length} digits`,
                    );
                }
            }
        }
    });

    it("never have a usual length that they do not allow", () => {
        for (let prefix = 0; prefix < 10_000; prefix++) {
            assert.equal(usualLengths(prefix) & ~allowedLengths(prefix), 0, String(prefix));
        }
    });
});
