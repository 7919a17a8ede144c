import assert from "node:assert/strict";
import fc from "fast-check";
import { DRIFT_LIMITS, distributionOf, LEAST_ROWS, stabilityIndex } from "../../model/drift.ts";

const upTo = (count: number, of: (index: number) => number): number[] =>
    Array.from({ length: count }, (_, index) => of(index));
/** As good as drawn by lot, and the same each time. */
const drawn = (count: number, seed: number): number[] => {
    let state = seed;
    return upTo(count, () => {
        state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
        return state / 2 ** 32;
    });
};

describe("distributionOf", () => {
    it("has ten bins of about as many values, and one for what is missing", () => {
        const { cuts, shares } = distributionOf([...upTo(900, (index) => index), ...upTo(100, () => Number.NaN)]);
        assert.equal(cuts.length, 9);
        assert.equal(shares.length, 11);
        for (const share of shares) assert.ok(Math.abs(share - 0.09) <= 0.0101, String(share));
        assert.equal(shares.at(-1), 0.1);
    });

    it("gives each of few values a bin of its own, however rare it is", () => {
        const rare = [...upTo(99, () => 0), 1];
        assert.deepEqual(distributionOf(rare), { cuts: [0], shares: [0.99, 0.01, 0] });
    });

    it("is nothing of nothing", () => assert.deepEqual(distributionOf([]), { cuts: [], shares: [0, 0] }));
});

describe("stabilityIndex", () => {
    it("is that of the formula", () => {
        const reference = distributionOf([0, 0, 0, 1]);
        const expected = (0.5 - 0.75) * Math.log(0.5 / 0.75) + (0.5 - 0.25) * Math.log(0.5 / 0.25);
        assert.ok(Math.abs(stabilityIndex(reference, [0, 1]) - expected) < 1e-12);
    });

    it("is far below the lower limit for another draw from the same, already with the fewest rows", () => {
        const reference = distributionOf(drawn(50_000, 1));
        assert.ok(stabilityIndex(reference, drawn(LEAST_ROWS, 2)) < DRIFT_LIMITS.moved / 3);
    });

    it("passes the lower limit when amounts grow by half, and the upper when a rare thing becomes common", () => {
        const reference = distributionOf(drawn(5000, 1));
        const grown = stabilityIndex(
            reference,
            drawn(5000, 2).map((value) => value * 1.5),
        );
        assert.ok(grown > DRIFT_LIMITS.moved, String(grown));
        const abroad = distributionOf([...upTo(980, () => 0), ...upTo(20, () => 1)]);
        assert.ok(stabilityIndex(abroad, [...upTo(800, () => 0), ...upTo(200, () => 1)]) > DRIFT_LIMITS.movedFar);
    });

    it("sees values go missing, and ones that were never there", () => {
        const reference = distributionOf(upTo(1000, (index) => index));
        assert.ok(
            stabilityIndex(
                reference,
                upTo(1000, () => Number.NaN),
            ) > 1,
        );
        assert.ok(
            stabilityIndex(
                reference,
                upTo(1000, () => 5000),
            ) > 1,
        );
        assert.ok(
            Number.isFinite(
                stabilityIndex(
                    reference,
                    upTo(1000, () => 5000),
                ),
            ),
        );
    });

    it("is never negative, and 0 for the reference itself", () => {
        const values = fc.array(fc.oneof(fc.integer({ min: -50, max: 50 }), fc.constant(Number.NaN)), { minLength: 1 });
        fc.assert(
            fc.property(values, values, (some, others) => {
                assert.ok(stabilityIndex(distributionOf(some), others) >= 0);
                assert.ok(Math.abs(stabilityIndex(distributionOf(some), some)) < 1e-12);
            }),
        );
    });
});
