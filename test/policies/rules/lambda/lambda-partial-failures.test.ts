import { lambdaPartialFailures } from "../../../../policies/rules/lambda/lambda-partial-failures.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const REFUSED = ["functionResponseTypes: does not report single failures of a batch"];

describeRule(lambdaPartialFailures, [
    {
        title: "accepts reports of single failures",
        props: { functionResponseTypes: ["ReportBatchItemFailures"] },
        found: [],
    },
    { title: "rejects a mapping without them", props: {}, found: REFUSED },
    { title: "rejects an empty list", props: { functionResponseTypes: [] }, found: REFUSED },
    { title: "rejects another kind of response", props: { functionResponseTypes: ["Other"] }, found: REFUSED },
    {
        title: "cannot decide while the list is unknown",
        props: { functionResponseTypes: unknown },
        found: ["functionResponseTypes is unknown"],
    },
    {
        title: "cannot decide while an element is unknown",
        props: { functionResponseTypes: [unknown] },
        found: ["functionResponseTypes[0] is unknown"],
    },
]);
