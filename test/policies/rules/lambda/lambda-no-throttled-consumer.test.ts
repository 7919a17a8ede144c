import { lambdaNoThrottledConsumer } from "../../../../policies/rules/lambda/lambda-no-throttled-consumer.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const P = "reservedConcurrentExecutions";
const mapping = (maximumConcurrency?: number) => ({
    type: "aws:lambda/eventSourceMapping:EventSourceMapping",
    name: "mapping",
    props: { functionName: "it", ...(maximumConcurrency !== undefined && { scalingConfig: { maximumConcurrency } }) },
});

describeRule(lambdaNoThrottledConsumer, [
    {
        title: "accepts a consumer without reserved concurrency",
        props: { name: "it" },
        beside: [mapping(5)],
        found: [],
    },
    { title: "accepts -1, which reserves nothing", props: { name: "it", [P]: -1 }, beside: [mapping(5)], found: [] },
    {
        title: "accepts enough for all its queues",
        props: { name: "it", [P]: 10 },
        beside: [mapping(5), { ...mapping(5), name: "second" }],
        found: [],
    },
    {
        title: "rejects less than its queues may start",
        props: { name: "it", [P]: 9 },
        beside: [mapping(5), { ...mapping(5), name: "second" }],
        found: [`${P}: is 9, below what its queues may start`],
    },
    {
        title: "rejects any below a queue without a limit",
        props: { name: "it", [P]: 900 },
        beside: [mapping()],
        found: [`${P}: is 900, below what its queues may start`],
    },
    { title: "leaves functions alone that consume no queue", props: { name: "it", [P]: 1 }, found: [] },
    {
        title: "cannot decide while it is unknown",
        props: { name: "it", [P]: unknown },
        beside: [mapping(5)],
        found: [`${P} is unknown`],
    },
]);
