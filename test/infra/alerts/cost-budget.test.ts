import assert from "node:assert/strict";
import { CostBudget } from "../../../infra/alerts/cost-budget.ts";
import { theTopic } from "../../support/infra-parts.ts";
import { allRegistered, created, recordResources } from "../../support/mocks.ts";

async function create(monthlyUsd: number): Promise<void> {
    new CostBudget("b", { monthlyUsd, topic: theTopic() });
    await allRegistered();
}

describe("CostBudget", () => {
    beforeEach(recordResources);

    it("tells at four fifths of the month's budget, at the whole, and when the whole is expected", async () => {
        await create(1500);
        const common = {
            comparisonOperator: "GREATER_THAN",
            thresholdType: "PERCENTAGE",
            subscriberSnsTopicArns: ["arn:sns:the-topic"],
        };
        assert.deepEqual(created("aws:budgets/budget:Budget", "b"), {
            budgetType: "COST",
            timeUnit: "MONTHLY",
            limitAmount: "1500",
            limitUnit: "USD",
            notifications: [
                { ...common, threshold: 80, notificationType: "ACTUAL" },
                { ...common, threshold: 100, notificationType: "ACTUAL" },
                { ...common, threshold: 100, notificationType: "FORECASTED" },
            ],
        });
    });

    it("says that monthlyUsd must be 1 or more, got 0", async () => {
        await assert.rejects(create(0), { message: "monthlyUsd must be 1 or more, got 0" });
    });
});
