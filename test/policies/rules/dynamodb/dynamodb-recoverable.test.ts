import { dynamodbRecoverable } from "../../../../policies/rules/dynamodb/dynamodb-recoverable.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

describeRule(dynamodbRecoverable, [
    { title: "accepts point-in-time recovery", props: { pointInTimeRecovery: { enabled: true } }, found: [] },
    { title: "rejects a table without it", props: {}, found: ["pointInTimeRecovery.enabled: is not on"] },
    {
        title: "rejects it switched off",
        props: { pointInTimeRecovery: { enabled: false } },
        found: ["pointInTimeRecovery.enabled: is not on"],
    },
    {
        title: "rejects an empty setting",
        props: { pointInTimeRecovery: {} },
        found: ["pointInTimeRecovery.enabled: is not on"],
    },
    {
        title: "cannot decide while it is unknown",
        props: { pointInTimeRecovery: { enabled: unknown } },
        found: ["pointInTimeRecovery.enabled is unknown"],
    },
]);
