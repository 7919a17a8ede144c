import assert from "node:assert/strict";
import { CHARACTERS } from "../../../../contract/limits.ts";
import { kept, keptJson, LOOKAHEAD, maskOf } from "../../../../functions/unpack/quarantine/masking.ts";

const CARD = "4539578763621486";
const MASKED = "453957******1486";
const MISTYPED = "4539578763621487";
const MOST = CHARACTERS.rowContent;

describe("what is kept of a refused row", () => {
    for (const source of ["core-banking", "iso20022"]) {
        it(`has its other numbers in clear where files hold no cards: ${source}`, () => {
            assert.equal(maskOf(source)(`${CARD} ${MISTYPED}`), `${MASKED} ${MISTYPED}`);
        });
    }
    for (const source of ["card-network", "unknown", ""]) {
        it(`has no long number in clear where files may hold cards: "${source}"`, () => {
            assert.equal(maskOf(source)(`${CARD}; ${MISTYPED}`), `${MASKED}; 453957******1487`);
        });
    }

    const mask = maskOf("core-banking");

    it("is its beginning, as long as a person reads", () => {
        assert.equal(kept("x".repeat(MOST), mask), "x".repeat(MOST));
        assert.equal(kept("x".repeat(MOST + LOOKAHEAD + 5), mask), "x".repeat(MOST));
    });

    it("has no part of a number that the cut divides", () => {
        for (let before = 1; before < CARD.length; before++) {
            const text = kept(`${"x".repeat(MOST - before)}${CARD}`, mask);
            assert.ok(`${"x".repeat(MOST - before)}${MASKED}`.startsWith(text), text.slice(-20));
        }
    });

    it("has no number that the cut makes of a longer one", () => {
        const text = kept(`${"x".repeat(MOST - CARD.length)}${CARD}${"7".repeat(20)}`, mask);
        assert.ok(!text.includes(CARD));
    });

    it("has no number that is known, wherever its digits stand", () => {
        assert.equal(kept("a-7777777777777771-b", mask, ["7777777777777771"]), "a-777777******7771-b");
        assert.equal(kept("a-7777777777777771-b", mask), "a-7777777777777771-b");
    });

    it("has the values of JSON masked as they read", () => {
        assert.equal(keptJson(`{"a":"\\u0034${CARD.slice(1)}","b":"x"}`, mask), `{"a":"${MASKED}","b":"x"}`);
        assert.equal(keptJson(`"${"x".repeat(MOST + 5)}"`, mask).length, MOST);
    });
});
