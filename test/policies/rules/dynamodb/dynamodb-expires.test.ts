import { dynamodbExpires } from "../../../../policies/rules/dynamodb/dynamodb-expires.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const DAYS = { retention: "8-days" };

describeRule(dynamodbExpires, [
    {
        title: "accepts rows that expire",
        props: { tags: DAYS, ttl: { enabled: true, attributeName: "expiresAt" } },
        found: [],
    },
    {
        title: "leaves tables alone that keep their rows",
        props: { tags: { retention: "life-of-environment" } },
        found: [],
    },
    { title: "leaves tables without the tag to another rule", props: {}, found: [] },
    { title: "rejects rows that never expire", props: { tags: DAYS }, found: ["ttl.enabled: is not on"] },
    {
        title: "rejects expiry that is off",
        props: { tags: DAYS, ttl: { enabled: false, attributeName: "expiresAt" } },
        found: ["ttl.enabled: is not on"],
    },
    {
        title: "rejects expiry by an empty attribute",
        props: { tags: DAYS, ttl: { enabled: true, attributeName: "" } },
        found: ["ttl.enabled: is not on"],
    },
    {
        title: "rejects expiry of what is kept for good",
        props: { tags: { retention: "life-of-environment" }, ttl: { enabled: true, attributeName: "expiresAt" } },
        found: ["ttl.enabled: is on for a table that keeps data for good"],
    },
    {
        title: "cannot decide while it is unknown",
        props: { tags: DAYS, ttl: { enabled: unknown } },
        found: ["ttl.enabled is unknown"],
    },
]);
