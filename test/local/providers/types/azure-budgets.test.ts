import assert from "node:assert/strict";
import { azureNativeTypes } from "../../../../local/providers/types/azure-native/index.ts";
import { adds, refuses } from "../support/type-tests.ts";

const GROUP = "/subscriptions/11111111-1111-4111-a111-111111111111/resourceGroups/platform";
const BUDGET_TYPE = "azure-native:consumption:Budget";
const notification = { enabled: true, operator: "GreaterThan", threshold: 80, contactEmails: ["a@bank.example"] };
const budget = {
    budgetName: "month",
    scope: GROUP,
    amount: 100,
    category: "Cost",
    timeGrain: "Monthly",
    timePeriod: { startDate: "2026-12-01T00:00:00Z" },
    notifications: { whole: notification },
};
const told = (change: object) => ({ notifications: { whole: { ...notification, ...change } } }) as never;

describe("the table of azure-native for budgets", () => {
    adds([
        {
            type: BUDGET_TYPE,
            inputs: budget,
            id: `${GROUP}/providers/Microsoft.Consumption/budgets/month`,
            outputs: { name: "month" },
        },
    ]);

    refuses([
        {
            type: BUDGET_TYPE,
            good: budget,
            bad: [
                [{ budgetName: "a month" }, "budgetName must be made of"],
                [{ scope: "platform" }, "scope must be the id of"],
                [{ amount: 0 }, "amount must be above 0"],
                [{ category: "Usage" }, "category must be one of Cost"],
                [{ timeGrain: "Daily" }, "timeGrain must be one of"],
                [{ timePeriod: { startDate: "2026-12-02" } }, "timePeriod.startDate must be the first day of a month"],
                [told({ operator: "Above" }), "notifications whole: has no operator"],
                [told({ threshold: 0 }), "notifications whole: needs a threshold"],
                [told({ thresholdType: "Guessed" }), "notifications whole: is neither Actual nor Forecasted"],
                [told({ contactEmails: [] }), "notifications whole: names no contact"],
                [
                    { notifications: Object.fromEntries("abcdef".split("").map((name) => [name, notification])) },
                    "notifications must be at most 5, are 6",
                ],
            ],
        },
    ]);

    it("needs another one for another name or scope only", () => {
        assert.deepEqual(azureNativeTypes[BUDGET_TYPE]?.replaceOn, ["budgetName", "scope"]);
    });
});
