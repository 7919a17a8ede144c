import assert from "node:assert/strict";
import { awsTypes } from "../../../../../local/providers/types/aws/index.ts";
import { adds, refuses } from "../../support/type-tests.ts";

const TYPE = "aws:budgets/budget:Budget";
const TOPIC_ARN = "arn:aws:sns:eu-west-1:111122223333:operations";
const notification = {
    comparisonOperator: "GREATER_THAN",
    notificationType: "ACTUAL",
    threshold: 80,
    thresholdType: "PERCENTAGE",
    subscriberSnsTopicArns: [TOPIC_ARN],
};
const with_ = (change: Record<string, unknown>) => ({ notifications: [{ ...notification, ...change }] }) as never;

describe("the table of budgets", () => {
    adds([
        {
            type: TYPE,
            inputs: { name: "month", budgetType: "COST", timeUnit: "MONTHLY" },
            id: "111122223333:month",
            outputs: { arn: "arn:aws:budgets::111122223333:budget/month", accountId: "111122223333" },
        },
    ]);

    refuses([
        {
            type: TYPE,
            good: {
                budgetType: "COST",
                timeUnit: "MONTHLY",
                limitAmount: "100.5",
                limitUnit: "USD",
                notifications: [notification],
            },
            bad: [
                [{ name: "a:b" }, "name must be made of printable characters"],
                [{ budgetType: "MONEY" }, "budgetType must be one of"],
                [{ timeUnit: "WEEKLY" }, "timeUnit must be one of"],
                [{ limitAmount: "a lot" }, "limitAmount must be an amount as text"],
                [{ limitUnit: null }, "limitUnit and limitAmount belong together"],
                [{ notifications: Array(11).fill(notification) }, "notifications must have at most 10 items"],
                [with_({ comparisonOperator: "ABOVE" }), "notifications[0].comparisonOperator must be one of"],
                [with_({ notificationType: "GUESSED" }), "notifications[0].notificationType must be one of"],
                [with_({ thresholdType: "SHARE" }), "notifications[0].thresholdType must be one of"],
                [with_({ threshold: null }), "notifications[0].threshold is required"],
                [with_({ subscriberSnsTopicArns: [] }), "notifications[0] must name a subscriber"],
                [
                    with_({ subscriberSnsTopicArns: ["ops"] }),
                    "notifications[0].subscriberSnsTopicArns[0] must be the ARN",
                ],
                [
                    with_({ subscriberSnsTopicArns: [TOPIC_ARN, TOPIC_ARN] }),
                    "notifications[0].subscriberSnsTopicArns must have at most 1 items",
                ],
            ],
        },
    ]);

    it("needs another budget for another name or kind, not for another amount", () => {
        assert.deepEqual(awsTypes[TYPE]?.replaceOn, ["name", "namePrefix", "accountId", "budgetType"]);
    });
});
