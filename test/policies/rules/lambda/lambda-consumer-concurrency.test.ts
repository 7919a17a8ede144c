import { lambdaConsumerConcurrency } from "../../../../policies/rules/lambda/lambda-consumer-concurrency.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const P = "scalingConfig.maximumConcurrency";

describeRule(lambdaConsumerConcurrency, [
    { title: "accepts the least", props: { scalingConfig: { maximumConcurrency: 2 } }, found: [] },
    { title: "accepts the most", props: { scalingConfig: { maximumConcurrency: 1000 } }, found: [] },
    {
        title: "rejects less",
        props: { scalingConfig: { maximumConcurrency: 1 } },
        found: [`${P}: is 1, outside of 2 to 1000`],
    },
    {
        title: "rejects more",
        props: { scalingConfig: { maximumConcurrency: 1001 } },
        found: [`${P}: is 1001, outside of 2 to 1000`],
    },
    { title: "rejects a mapping without a limit", props: {}, found: [`${P}: is not set`] },
    { title: "rejects an empty configuration", props: { scalingConfig: {} }, found: [`${P}: is not set`] },
    {
        title: "cannot decide while the limit is unknown",
        props: { scalingConfig: { maximumConcurrency: unknown } },
        found: [`${P} is unknown`],
    },
    {
        title: "cannot decide while the configuration is unknown",
        props: { scalingConfig: unknown },
        found: [`${P} is unknown`],
    },
]);
