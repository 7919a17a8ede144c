import assert from "node:assert/strict";
import fc from "fast-check";
import { shortcomings, TOLERANCES } from "../../model/judgement/better.ts";
import { type Case, type Figures, figuresOf } from "../../model/judgement/figures.ts";

const one = (score: number, fraud = false, weight = 1, ...groups: string[]): Case => ({ score, fraud, weight, groups });
const near = (actual: number, expected: number) =>
    assert.ok(Math.abs(actual - expected) < 1e-12, `${actual}, not ${expected}`);

describe("figuresOf", () => {
    it("reviews the highest scores up to the budget", () => {
        const cases = [one(0.9, true), one(0.8), one(0.7, true), one(0.2), one(0.1)];
        const { recallAtBudget, precisionAtBudget, averagePrecision } = figuresOf(cases, 0.4);
        assert.deepEqual([recallAtBudget, precisionAtBudget], [0.5, 0.5]);
        near(averagePrecision, (1 + 2 / 3) / 2);
    });

    it("lets a case count for as many transactions as it stands for", () => {
        const cases = [one(0.9, true), one(0.8, false, 9), one(0.7, true, 1), one(0.1, false, 89)];
        const { recallAtBudget, precisionAtBudget, averagePrecision } = figuresOf(cases, 0.1);
        near(recallAtBudget, 0.5);
        near(precisionAtBudget, 0.1);
        near(averagePrecision, (1 + 2 / 11) / 2);
    });

    it("draws lots among ties, so that a model that says one thing of all finds the budget's share", () => {
        const cases = Array.from({ length: 50 }, (_, index) => one(0.5, index < 5));
        const { recallAtBudget, precisionAtBudget, averagePrecision } = figuresOf(cases, 0.2);
        near(recallAtBudget, 0.2);
        near(precisionAtBudget, 0.1);
        near(averagePrecision, 0.1);
    });

    it("spends the budget over all groups together", () => {
        const cases = [
            one(0.9, true, 1, "a"),
            one(0.8, true, 1, "a", "x"),
            one(0.3, true, 1, "b"),
            one(0.2, false, 1, "b"),
        ];
        assert.deepEqual(figuresOf(cases, 0.5).groups, {
            a: { fraudCases: 2, recallAtBudget: 1 },
            b: { fraudCases: 1, recallAtBudget: 0 },
            x: { fraudCases: 1, recallAtBudget: 1 },
        });
    });

    it("is the same in any order of the cases, and between 0 and 1", () => {
        const cases = fc.array(
            fc
                .tuple(fc.nat(9), fc.boolean(), fc.integer({ min: 1, max: 9 }))
                .map(([s, fraud, weight]) => one(s / 10, fraud, weight)),
            { minLength: 1, maxLength: 40 },
        );
        fc.assert(
            fc.property(cases, (some) => {
                fc.pre(some.some(({ fraud }) => fraud));
                const [there, back] = [figuresOf(some, 0.3), figuresOf([...some].reverse(), 0.3)];
                for (const figure of ["recallAtBudget", "precisionAtBudget", "averagePrecision"] as const) {
                    near(there[figure], back[figure]);
                    assert.ok(there[figure] >= 0 && there[figure] <= 1 + 1e-12);
                }
            }),
        );
    });

    it("knows nothing without fraud", () => {
        const { recallAtBudget, averagePrecision } = figuresOf([one(0.5)], 0.5);
        assert.ok(Number.isNaN(recallAtBudget) && Number.isNaN(averagePrecision));
    });
});

describe("a challenger", () => {
    const figures = (recallAtBudget: number, averagePrecision = 0.9, card = 0.8, fraudCases = 20): Figures => ({
        recallAtBudget,
        averagePrecision,
        precisionAtBudget: 0.5,
        groups: { "channel card": { fraudCases, recallAtBudget: card } },
    });
    const champion = figures(0.8);
    const says = (challenger: Figures, expected: RegExp[]) => {
        const faults = shortcomings(champion, challenger);
        assert.equal(faults.length, expected.length, faults.join("; "));
        for (const [index, words] of expected.entries()) assert.match(faults[index] ?? "", words);
    };

    it("replaces a champion that finds less fraud", () => says(figures(0.8101), []));

    it("does not for a gain that may be chance", () => {
        says(figures(0.809), [/finds 80\.9% of fraud .* not 1\.0% more than 80\.0%/]);
    });

    it("does not when it pays with average precision", () => {
        says(figures(0.9, 0.891), []);
        says(figures(0.9, 0.889), [/average precision is 0\.889 instead of 0\.900/]);
    });

    it("does not when a large group is worse off, or no longer found at all", () => {
        says(figures(0.9, 0.9, 0.751), []);
        says(figures(0.9, 0.9, 0.749), [/fraud in channel card it finds 74\.9% instead of 80\.0%/]);
        says({ ...figures(0.9), groups: {} }, [/channel card it finds 0\.0%/]);
    });

    it("may find less in a group of few cases", () => {
        const few = figures(0.8, 0.9, 0.8, TOLERANCES.groupFraudCases - 1);
        assert.deepEqual(shortcomings(few, figures(0.9, 0.9, 0)), []);
    });

    it("does not when there is nothing to compare", () => {
        assert.equal(shortcomings(champion, figures(Number.NaN, Number.NaN)).length, 2);
    });
});
