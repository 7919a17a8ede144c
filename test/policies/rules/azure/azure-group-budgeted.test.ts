import { azureGroupBudgeted } from "../../../../policies/rules/azure/azure-group-budgeted.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const told = { enabled: true, contactEmails: ["a@bank.example"] };
const budget = (props: Record<string, unknown> = {}) => ({
    type: "azure-native:consumption:Budget",
    name: "budget",
    props: { scope: "/it", notifications: { whole: told }, ...props },
});
const props = { id: "/it" };
const NOBODY = "budget: tells nobody";

describeRule(azureGroupBudgeted, [
    { title: "accepts a group with a budget that somebody hears of", props, beside: [budget()], found: [] },
    { title: "rejects a group without a budget", props, found: ["budget: does not exist"] },
    {
        title: "rejects the budget of another group",
        props,
        beside: [budget({ scope: "/else" })],
        found: ["budget: does not exist"],
    },
    { title: "rejects a silent budget", props, beside: [budget({ notifications: undefined })], found: [NOBODY] },
    { title: "rejects empty notifications", props, beside: [budget({ notifications: {} })], found: [NOBODY] },
    {
        title: "rejects a notification that is off",
        props,
        beside: [budget({ notifications: { whole: { ...told, enabled: false } } })],
        found: [NOBODY],
    },
    {
        title: "rejects a notification without contacts",
        props,
        beside: [budget({ notifications: { whole: { ...told, contactEmails: [] } } })],
        found: [NOBODY],
    },
    {
        title: "cannot decide while the scope is unknown",
        props,
        beside: [budget({ scope: unknown })],
        found: ["scope is unknown"],
    },
]);
