import { environmentsApart } from "../../../../policies/rules/foreign/environments-apart.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

describeRule(environmentsApart, [
    { title: "accepts the name of the stack", props: { tags: { environment: "prod" } }, found: [] },
    { title: "leaves a missing tag to another rule", props: {}, found: [] },
    { title: "leaves an empty tag to another rule", props: { tags: { environment: "" } }, found: [] },
    {
        title: "rejects another environment",
        props: { tags: { environment: "dev" } },
        found: ["tags.environment: is dev in the stack prod"],
    },
    {
        title: "cannot decide while it is unknown",
        props: { tags: { environment: unknown } },
        found: ["tags.environment is unknown"],
    },
]);
