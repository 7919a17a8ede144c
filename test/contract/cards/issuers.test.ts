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
