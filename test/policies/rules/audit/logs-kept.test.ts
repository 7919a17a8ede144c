import { logsKept } from "../../../../policies/rules/audit/logs-kept.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

describeRule(logsKept, [
    { title: "accepts a year in production", props: { retentionInDays: 365 }, found: [] },
    {
        title: "rejects less in production",
        props: { retentionInDays: 364 },
        found: ["retentionInDays: is 364 days, less than 365"],
    },
    {
        title: "takes a stack of another name for production",
        stack: "staging",
        props: { retentionInDays: 30 },
        found: [
            "retentionInDays: is 30 days, less than 365; staging counts as production, as every stack but dev and local: " +
                "take deletionGuard, records, retention and scoring of stacks/staging.ts from stacks/prod.ts",
        ],
    },
    { title: "accepts a week in dev", stack: "dev", props: { retentionInDays: 7 }, found: [] },
    {
        title: "rejects less in local",
        stack: "local",
        props: { retentionInDays: 5 },
        found: ["retentionInDays: is 5 days, less than 7"],
    },
    { title: "rejects logs without an end", props: {}, found: ["retentionInDays: is not set"] },
    {
        title: "rejects 0, which means without an end",
        props: { retentionInDays: 0 },
        found: ["retentionInDays: is not set"],
    },
    {
        title: "cannot decide while the time is unknown",
        props: { retentionInDays: unknown },
        found: ["retentionInDays is unknown"],
    },
]);
