import { lambdaTraced } from "../../../../policies/rules/lambda/lambda-traced.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

describeRule(lambdaTraced, [
    { title: "accepts active tracing", props: { tracingConfig: { mode: "Active" } }, found: [] },
    {
        title: "rejects tracing that only follows",
        props: { tracingConfig: { mode: "PassThrough" } },
        found: ["tracingConfig.mode: is not Active"],
    },
    { title: "rejects a function without tracing", props: {}, found: ["tracingConfig.mode: is not Active"] },
    {
        title: "rejects an empty mode",
        props: { tracingConfig: { mode: "" } },
        found: ["tracingConfig.mode: is not Active"],
    },
    {
        title: "cannot decide while the mode is unknown",
        props: { tracingConfig: { mode: unknown } },
        found: ["tracingConfig.mode is unknown"],
    },
]);
