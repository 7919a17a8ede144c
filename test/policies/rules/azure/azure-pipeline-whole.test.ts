import { azurePipelineWhole } from "../../../../policies/rules/azure/azure-pipeline-whole.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const copy = (changes: object = {}) => ({
    type: "Copy",
    policy: { retry: 0 },
    sink: { sinkRetryCount: 0 },
    ...changes,
});
const after = [
    { type: "WebActivity", dependsOn: [{ activity: "copy", dependencyConditions: ["Failed"] }] },
    { type: "Fail" },
];
const SILENT = "activities: tell nobody that a copy failed";

describeRule(azurePipelineWhole, [
    {
        title: "accepts a copy that is never repeated and whose failure is told",
        props: { activities: [copy(), ...after] },
        found: [],
    },
    { title: "accepts a pipeline that copies nothing", props: { activities: [{ type: "Wait" }] }, found: [] },
    { title: "accepts an empty pipeline", props: {}, found: [] },
    {
        title: "rejects a copy that is repeated, by the activity or by its sink",
        props: { activities: [copy({ policy: { retry: 2 }, sink: {} }), ...after] },
        found: ["activities[0].policy.retry: is not 0", "activities[0].sink.sinkRetryCount: is not 0"],
    },
    {
        title: "rejects a copy that leaves out what does not fit",
        props: { activities: [copy({ enableSkipIncompatibleRow: true }), ...after] },
        found: ["activities[0].enableSkipIncompatibleRow: leaves rows out without a word"],
    },
    { title: "rejects a failure that nobody hears of", props: { activities: [copy()] }, found: [SILENT] },
    {
        title: "rejects a failed run that counts as good",
        props: { activities: [copy(), after[0]] },
        found: [SILENT],
    },
    {
        title: "cannot decide while the activities are unknown",
        props: { activities: unknown },
        found: ["activities is unknown"],
    },
]);
