import { azureLogsKept } from "../../../../policies/rules/azure/azure-logs-kept.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

describeRule(azureLogsKept, [
    { title: "accepts a year", props: { retentionInDays: 365 }, found: [] },
    { title: "accepts a month in dev", stack: "dev", props: { retentionInDays: 30 }, found: [] },
    {
        title: "rejects a day less than a year",
        props: { retentionInDays: 364 },
        found: ["retentionInDays: is 364, below 365"],
    },
    {
        title: "rejects a day less than a month in dev",
        stack: "dev",
        props: { retentionInDays: 29 },
        found: ["retentionInDays: is 29, below 30"],
    },
    { title: "rejects an absent value", props: {}, found: ["retentionInDays: is not set"] },
    { title: "rejects an empty value", props: { retentionInDays: "" }, found: ["retentionInDays: is not set"] },
    {
        title: "cannot decide while it is unknown",
        props: { retentionInDays: unknown },
        found: ["retentionInDays is unknown"],
    },
]);
