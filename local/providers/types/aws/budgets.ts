import type { Value } from "../../../store/value.ts";
import { each, when } from "../../checks/check.ts";
import { mostItems, oneOf, pattern, required } from "../../checks/common.ts";
import type { TypeTable } from "../definition.ts";
import { ARN, globalArn, tagged } from "./common.ts";

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/budgets_budget#time_period_start-1 */
const MINUTE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])_([01]\d|2[0-3]):[0-5]\d$/;

export const budgets: TypeTable = {
    "aws:budgets/budget:Budget": tagged({
        name: {
            property: "name",
            prefixProperty: "namePrefix",
            maxLength: 100,
            pattern: /^[^:\\\p{Cc}]+$/u,
            allowed: "printable characters without : and \\",
        },
        id: (budget) => `${budget.cloud.accountId}:${budget.physicalName}`,
        outputs: (budget) => ({
            accountId: budget.cloud.accountId,
            arn: globalArn(budget, "budgets", `budget/${budget.physicalName}`),
        }),
        replaceOn: ["name", "namePrefix", "accountId", "budgetType"],
        checks: [
            required(
                "budgetType",
                "timeUnit",
                "notifications[*].comparisonOperator",
                "notifications[*].notificationType",
                "notifications[*].threshold",
                "notifications[*].thresholdType",
            ),
            oneOf("budgetType", [
                "USAGE",
                "COST",
                "RI_UTILIZATION",
                "RI_COVERAGE",
                "SAVINGS_PLANS_UTILIZATION",
                "SAVINGS_PLANS_COVERAGE",
            ]),
            oneOf("timeUnit", ["DAILY", "MONTHLY", "QUARTERLY", "ANNUALLY", "CUSTOM"]),
            pattern("limitAmount", /^\d+(\.\d+)?$/, "an amount as text, such as 100"),
            mostItems("notifications", 10),
            oneOf("notifications[*].comparisonOperator", ["GREATER_THAN", "LESS_THAN", "EQUAL_TO"]),
            oneOf("notifications[*].notificationType", ["ACTUAL", "FORECASTED"]),
            oneOf("notifications[*].thresholdType", ["PERCENTAGE", "ABSOLUTE_VALUE"]),
            mostItems("notifications[*].subscriberSnsTopicArns", 1),
            pattern("notifications[*].subscriberSnsTopicArns[*]", ARN, "the ARN of a topic"),
            mostItems("notifications[*].subscriberEmailAddresses", 10),
            pattern("notifications[*].subscriberEmailAddresses[*]", /^[^\s@]+@[^\s@]+$/, "an e-mail address"),
            each("notifications[*]", (notification) => (heard(notification) ? undefined : "must name a subscriber")),
            // "EUR is not in the supported unit set: [USD]", https://github.com/awslabs/landing-zone-accelerator-on-aws/issues/682
            when(["budgetType", "limitUnit"], "limitUnit", ({ budgetType, limitUnit }) =>
                budgetType === "COST" && limitUnit !== undefined && limitUnit !== "USD"
                    ? `must be USD for a budget of costs, got ${limitUnit}`
                    : undefined,
            ),
            pattern("timePeriodStart", MINUTE, "a time such as 2026-12-01_00:00"),
            pattern("timePeriodEnd", MINUTE, "a time such as 2027-12-01_00:00"),
            when(["limitAmount", "limitUnit"], "limitUnit", ({ limitAmount, limitUnit }) =>
                (limitAmount === undefined) === (limitUnit === undefined)
                    ? undefined
                    : "and limitAmount belong together",
            ),
        ],
    }),
};

function heard(notification: Value): boolean {
    const { subscriberSnsTopicArns = [], subscriberEmailAddresses = [] } = notification as Record<string, Value[]>;
    return subscriberSnsTopicArns.length + subscriberEmailAddresses.length > 0;
}
