import { sagemakerScales } from "../../../../policies/rules/sagemaker/sagemaker-scales.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const ID = "endpoint/it/variant/fraud";
const props = { name: "it", endpointConfigName: "configuration" };
const configuration = (variant: object) => ({
    type: "aws:sagemaker/endpointConfiguration:EndpointConfiguration",
    name: "configuration",
    props: { name: "configuration", productionVariants: [variant] },
});
const machines = configuration({ instanceType: "ml.m5.large" });
const target = (resourceId: string = ID) => ({
    type: "aws:appautoscaling/target:Target",
    name: "target",
    props: { id: ID, resourceId },
});
const policy = (tracking: object | undefined = { targetValue: 1 }) => ({
    type: "aws:appautoscaling/policy:Policy",
    name: "policy",
    props: { resourceId: ID, targetTrackingScalingPolicyConfiguration: tracking },
});
const FIXED = "name: is no scaling target";

describeRule(sagemakerScales, [
    { title: "accepts machines that scale", props, beside: [machines, target(), policy()], found: [] },
    { title: "rejects a fixed number of them", props, beside: [machines], found: [FIXED] },
    { title: "accepts a serverless one", props, beside: [configuration({ serverlessConfig: {} })], found: [] },
    { title: "rejects one without variants", props, beside: [{ ...machines, props: {} }], found: [FIXED] },
    {
        title: "rejects an empty list of variants",
        props,
        beside: [{ ...machines, props: { ...machines.props, productionVariants: [] } }],
        found: [FIXED],
    },
    {
        title: "rejects the scaling of another",
        props,
        beside: [machines, target("endpoint/else/variant/fraud"), policy()],
        found: [FIXED],
    },
    {
        title: "rejects a target without a policy",
        props,
        beside: [machines, target()],
        found: ["name: is scaled by no target-tracking policy"],
    },
    {
        title: "rejects a policy that follows nothing",
        props,
        beside: [machines, target(), { ...policy(), props: { resourceId: ID } }],
        found: ["name: is scaled by no target-tracking policy"],
    },
    {
        title: "cannot decide while what scales is unknown",
        props,
        beside: [machines, target(unknown)],
        found: ["resourceId is unknown"],
    },
]);
