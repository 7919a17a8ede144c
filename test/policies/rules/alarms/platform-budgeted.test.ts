import { platformBudgeted } from "../../../../policies/rules/alarms/platform-budgeted.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const BUDGET = { type: "aws:budgets/budget:Budget", name: "budget", props: {} };

describeRule(platformBudgeted, [
    { title: "accepts a platform with a budget", beside: [BUDGET], found: [] },
    {
        title: "accepts a budget of which nothing else is known",
        beside: [{ ...BUDGET, props: { limitAmount: unknown } }],
        found: [],
    },
    {
        title: "rejects a platform with Azure's budget alone, which knows nothing of AWS",
        beside: [{ type: "azure-native:consumption:Budget", name: "budget", props: {} }],
        found: ["budget: does not exist"],
    },
    { title: "rejects a platform without", found: ["budget: does not exist"] },
]);
