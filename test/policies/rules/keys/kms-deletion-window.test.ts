import { kmsDeletionWindow } from "../../../../policies/rules/keys/kms-deletion-window.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

describeRule(kmsDeletionWindow, [
    { title: "accepts thirty days", props: { deletionWindowInDays: 30 }, found: [] },
    { title: "accepts the default, which is thirty days", props: {}, found: [] },
    {
        title: "rejects less in production",
        props: { deletionWindowInDays: 29 },
        found: ["deletionWindowInDays: is 29 days, less than 30"],
    },
    { title: "accepts less in dev", stack: "dev", props: { deletionWindowInDays: 7 }, found: [] },
    {
        title: "cannot decide while it is unknown",
        props: { deletionWindowInDays: unknown },
        found: ["deletionWindowInDays is unknown"],
    },
]);
