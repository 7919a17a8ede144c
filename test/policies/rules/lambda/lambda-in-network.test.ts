import { lambdaInNetwork } from "../../../../policies/rules/lambda/lambda-in-network.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const IT = { arn: "arn:it" };
const MAPPING = {
    type: "aws:lambda/eventSourceMapping:EventSourceMapping",
    name: "works",
    props: { functionName: "arn:it" },
};
const inside = (change: object = {}) => ({
    ...IT,
    vpcConfig: { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"], ...change },
});
const REFUSED = ["subnetIds", "securityGroupIds"].map(
    (property) => `vpcConfig.${property}: is not set for a function that works on a queue`,
);

describeRule(lambdaInNetwork, [
    { title: "accepts a function in the network", props: inside(), beside: [MAPPING], found: [] },
    { title: "accepts one outside that works on no queue", props: IT, found: [] },
    { title: "rejects one outside that works on a queue", props: IT, beside: [MAPPING], found: REFUSED },
    {
        title: "rejects one outside that an API calls",
        props: IT,
        beside: [
            { type: "aws:apigatewayv2/integration:Integration", name: "api", props: { integrationUri: "arn:it" } },
        ],
        found: ["subnetIds", "securityGroupIds"].map(
            (property) => `vpcConfig.${property}: is not set for a function that an API calls`,
        ),
    },
    { title: "rejects empty properties", props: { ...IT, vpcConfig: {} }, beside: [MAPPING], found: REFUSED },
    {
        title: "rejects one without a subnet or a group",
        props: inside({ subnetIds: [], securityGroupIds: [] }),
        beside: [MAPPING],
        found: REFUSED,
    },
    {
        title: "cannot decide while the subnets are unknown",
        props: inside({ subnetIds: unknown }),
        beside: [MAPPING],
        found: ["vpcConfig.subnetIds is unknown"],
    },
]);
