import { dynamodbDeletionProtected } from "../../../../policies/rules/dynamodb/dynamodb-deletion-protected.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

describeRule(dynamodbDeletionProtected, [
    { title: "accepts a table that is protected", props: { deletionProtectionEnabled: true }, found: [] },
    {
        title: "rejects a table that is not",
        props: { deletionProtectionEnabled: false },
        found: ["deletionProtectionEnabled: is not on in production"],
    },
    {
        title: "rejects a table that says nothing",
        props: {},
        found: ["deletionProtectionEnabled: is not on in production"],
    },
    {
        title: "rejects an empty value",
        props: { deletionProtectionEnabled: "" },
        found: ["deletionProtectionEnabled: is not on in production"],
    },
    { title: "accepts it in local", stack: "local", props: {}, found: [] },
    {
        title: "cannot decide while it is unknown",
        props: { deletionProtectionEnabled: unknown },
        found: ["deletionProtectionEnabled is unknown"],
    },
]);
