import { alarmNamesRunbook } from "../../../../policies/rules/alarms/alarm-names-runbook.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const AZURE = "azure-native:monitor:MetricAlert";
const GOOD = "Files wait. Runbook: docs/runbooks/queue-oldest.md";

describeRule(alarmNamesRunbook, [
    { title: "accepts an alarm that ends with its runbook", props: { alarmDescription: GOOD }, found: [] },
    { title: "accepts such an alert on Azure", type: AZURE, props: { description: GOOD }, found: [] },
    { title: "rejects an alarm without words", props: {}, found: ["alarmDescription: names no runbook"] },
    {
        title: "rejects an alarm without a runbook",
        props: { alarmDescription: "Files wait." },
        found: ["alarmDescription: names no runbook"],
    },
    {
        title: "rejects an empty description",
        props: { alarmDescription: "" },
        found: ["alarmDescription: names no runbook"],
    },
    {
        title: "rejects an alert on Azure without one",
        type: AZURE,
        props: { alarmDescription: GOOD },
        found: ["description: names no runbook"],
    },
    {
        title: "cannot decide while the description is unknown",
        props: { alarmDescription: unknown },
        found: ["alarmDescription is unknown"],
    },
]);
