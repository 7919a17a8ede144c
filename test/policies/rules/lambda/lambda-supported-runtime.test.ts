import { lambdaSupportedRuntime } from "../../../../policies/rules/lambda/lambda-supported-runtime.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

describeRule(lambdaSupportedRuntime, [
    { title: "accepts Node.js 22", props: { runtime: "nodejs22.x" }, found: [] },
    { title: "accepts Node.js 24", props: { runtime: "nodejs24.x" }, found: [] },
    {
        title: "rejects one past its end",
        props: { runtime: "nodejs18.x" },
        found: ["runtime: is nodejs18.x, which is not among the supported ones"],
    },
    { title: "rejects a function without one", props: {}, found: ["runtime: is not set"] },
    { title: "rejects an empty one", props: { runtime: "" }, found: ["runtime: is not set"] },
    {
        title: "rejects an image",
        props: { packageType: "Image" },
        found: ["runtime: comes in an image, whose patches nobody here follows"],
    },
    { title: "cannot decide while it is unknown", props: { runtime: unknown }, found: ["runtime is unknown"] },
]);
