import { sqsVisibility } from "../../../../policies/rules/sqs/sqs-visibility.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const IT = { arn: "arn:it" };
const P = "visibilityTimeoutSeconds";
const MAPPING = {
    type: "aws:lambda/eventSourceMapping:EventSourceMapping",
    name: "mapping",
    props: { eventSourceArn: "arn:it", functionName: "screen" },
};
const FUNCTION = { type: "aws:lambda/function:Function", name: "screen", props: { name: "screen", timeout: 30 } };

describeRule(sqsVisibility, [
    {
        title: "accepts six timeouts",
        props: { ...IT, visibilityTimeoutSeconds: 180 },
        beside: [MAPPING, FUNCTION],
        found: [],
    },
    {
        title: "rejects less",
        props: { ...IT, visibilityTimeoutSeconds: 179 },
        beside: [MAPPING, FUNCTION],
        found: [`${P}: is 179 s, but screen needs 180 s`],
    },
    {
        title: "rejects the default for a long run",
        props: IT,
        beside: [MAPPING, FUNCTION],
        found: [`${P}: is 30 s, but screen needs 180 s`],
    },
    {
        title: "accepts the default for the default timeout",
        props: IT,
        beside: [MAPPING, { ...FUNCTION, props: { name: "screen" } }],
        found: [],
    },
    {
        title: "looks at every consumer",
        props: { ...IT, visibilityTimeoutSeconds: 180 },
        beside: [
            MAPPING,
            FUNCTION,
            { ...MAPPING, name: "second", props: { eventSourceArn: "arn:it", functionName: "slow" } },
            { ...FUNCTION, name: "slow", props: { name: "slow", timeout: 60 } },
        ],
        found: [`${P}: is 180 s, but slow needs 360 s`],
    },
    { title: "leaves queues without a consumer alone", props: { ...IT, visibilityTimeoutSeconds: 0 }, found: [] },
    {
        title: "cannot decide while the time is unknown",
        props: { ...IT, visibilityTimeoutSeconds: unknown },
        beside: [MAPPING, FUNCTION],
        found: [`${P} is unknown`],
    },
    {
        title: "cannot decide while the timeout is unknown",
        props: { ...IT, visibilityTimeoutSeconds: 180 },
        beside: [MAPPING, { ...FUNCTION, props: { name: "screen", timeout: unknown } }],
        found: ["timeout is unknown"],
    },
]);
