import { azureAlertReachesSomeone } from "../../../../policies/rules/azure/azure-alert-reaches-someone.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const group = (props: Record<string, unknown> = {}) => ({
    type: "azure-native:monitor:ActionGroup",
    name: "group",
    props: { id: "the-group", enabled: true, emailReceivers: [{ emailAddress: "a@bank.example" }], ...props },
});
const good = { enabled: true, actions: [{ actionGroupId: "the-group" }] };
const NOBODY = "actions: reaches only action groups that tell nobody";
const NOWHERE = "actions: names no action group of this stack";

describeRule(azureAlertReachesSomeone, [
    { title: "accepts an alert that somebody hears", props: good, beside: [group()], found: [] },
    {
        title: "rejects an alert that is off",
        props: { ...good, enabled: false },
        beside: [group()],
        found: ["enabled: is off"],
    },
    { title: "rejects an alert without actions", props: { enabled: true }, beside: [group()], found: [NOWHERE] },
    { title: "rejects empty actions", props: { ...good, actions: [] }, beside: [group()], found: [NOWHERE] },
    { title: "rejects a group of another stack", props: good, found: [NOWHERE] },
    { title: "rejects a group that is off", props: good, beside: [group({ enabled: false })], found: [NOBODY] },
    {
        title: "rejects a group without receivers",
        props: good,
        beside: [group({ emailReceivers: [] })],
        found: [NOBODY],
    },
    {
        title: "goes by what the actions were made from while they are unknown",
        props: { ...good, actions: unknown },
        madeFrom: { actions: "group" },
        beside: [group()],
        found: [],
    },
    {
        title: "cannot decide while the group is unknown",
        props: { ...good, actions: [{ actionGroupId: unknown }] },
        beside: [group()],
        found: ["actions[0].actionGroupId is unknown"],
    },
]);
