import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { settingsOf, stackNames } from "../../stacks/settings-of.ts";
import { paths } from "../../tools/paths.mjs";

interface Report {
    reviewBudget: number;
    sets: { test: { transactions: number; calibration: { from: number; transactions: number }[] } };
}

describe("the model's threshold", () => {
    it("is the lowest tenth at which the starter model stays within its review budget", () => {
        const text = readFileSync(join(paths.root, "model", "starter", "report.json"), "utf8");
        const { reviewBudget, sets }: Report = JSON.parse(text);
        const { transactions, calibration } = sets.test;
        const alerts = (threshold: number): number =>
            calibration.filter(({ from }) => from >= threshold).reduce((sum, bucket) => sum + bucket.transactions, 0);
        const lowest = calibration.find(({ from }) => alerts(from) <= reviewBudget * transactions)?.from;
        for (const stack of stackNames) assert.equal(settingsOf(stack).alerts.modelThreshold, lowest, stack);
    });
});
