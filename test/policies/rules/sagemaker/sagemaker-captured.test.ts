import { sagemakerCaptured } from "../../../../policies/rules/sagemaker/sagemaker-captured.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const both = [{ captureMode: "Input" }, { captureMode: "Output" }];
const whole = { enableCapture: true, initialSamplingPercentage: 100, captureOptions: both };
const given = (change: object) => ({ dataCaptureConfig: { ...whole, ...change } });
const C = "dataCaptureConfig";
const ALL = [
    `${C}.enableCapture: is not on`,
    `${C}.initialSamplingPercentage: keeps nothing`,
    `${C}.captureOptions: does not keep both Input and Output`,
];

describeRule(sagemakerCaptured, [
    { title: "accepts a record of all traffic", props: given({}), found: [] },
    {
        title: "accepts both sides as one option",
        props: given({ captureOptions: [{ captureMode: "InputAndOutput" }] }),
        found: [],
    },
    { title: "rejects no record in production", props: {}, found: ALL },
    { title: "accepts no record in dev", props: {}, stack: "dev", found: [] },
    {
        title: "rejects no record of restricted data in dev",
        props: { tags: { "data-classification": "restricted" } },
        stack: "dev",
        found: ALL,
    },
    { title: "rejects a record that is off", props: given({ enableCapture: false }), found: ALL.slice(0, 1) },
    { title: "rejects a sample of nothing", props: given({ initialSamplingPercentage: 0 }), found: ALL.slice(1, 2) },
    { title: "rejects an empty list of sides", props: given({ captureOptions: [] }), found: ALL.slice(2) },
    {
        title: "rejects questions without answers",
        props: given({ captureOptions: [{ captureMode: "Input" }] }),
        found: ALL.slice(2),
    },
    {
        title: "judges the rest while the switch is unknown",
        props: given({ enableCapture: unknown, initialSamplingPercentage: 0 }),
        found: [`${C}.enableCapture is unknown`, `${C}.initialSamplingPercentage: keeps nothing`],
    },
]);
