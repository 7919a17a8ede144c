import { sagemakerIsolated } from "../../../../policies/rules/sagemaker/sagemaker-isolated.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const isolated = {
    name: "it",
    enableNetworkIsolation: true,
    vpcConfig: { subnets: ["a", "b"], securityGroupIds: ["g"] },
};
const configuration = (variant: object) => ({
    type: "aws:sagemaker/endpointConfiguration:EndpointConfiguration",
    name: "configuration",
    props: { productionVariants: [{ modelName: "it", ...variant }] },
});
const serverless = configuration({ serverlessConfig: { maxConcurrency: 1 } });
const OPEN = [
    "enableNetworkIsolation: is not on, so the model can call anybody",
    "vpcConfig.subnets: does not name two subnets",
    "vpcConfig.securityGroupIds: names no security group",
];

describeRule(sagemakerIsolated, [
    { title: "accepts a model that can call nobody", props: isolated, found: [] },
    { title: "rejects one in the open", props: { name: "it" }, found: OPEN },
    {
        title: "rejects one subnet and an empty list of groups",
        props: { ...isolated, vpcConfig: { subnets: ["a"], securityGroupIds: [] } },
        found: OPEN.slice(1),
    },
    {
        title: "accepts a serverless one in dev, which cannot be isolated",
        stack: "dev",
        props: { name: "it" },
        beside: [{ ...serverless, stack: "dev" }],
        found: [],
    },
    { title: "rejects a serverless one in production", props: { name: "it" }, beside: [serverless], found: OPEN },
    {
        title: "rejects a serverless one with restricted data",
        stack: "dev",
        props: { name: "it", tags: { "data-classification": "restricted" } },
        beside: [{ ...serverless, stack: "dev" }],
        found: OPEN,
    },
    {
        title: "rejects one on machines in dev",
        stack: "dev",
        props: { name: "it" },
        beside: [{ ...configuration({ instanceType: "ml.m5.large" }), stack: "dev" }],
        found: OPEN,
    },
    {
        title: "cannot decide while the isolation is unknown",
        props: { ...isolated, enableNetworkIsolation: unknown },
        found: ["enableNetworkIsolation is unknown"],
    },
]);
