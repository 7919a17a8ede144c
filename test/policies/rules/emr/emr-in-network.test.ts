import { emrInNetwork } from "../../../../policies/rules/emr/emr-in-network.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const [SUBNETS, GROUPS] = ["networkConfiguration.subnetIds", "networkConfiguration.securityGroupIds"];

describeRule(emrInNetwork, [
    {
        title: "accepts workers in subnets with a group",
        props: { networkConfiguration: { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] } },
        found: [],
    },
    { title: "rejects workers outside", props: {}, found: [`${SUBNETS}: is not set`, `${GROUPS}: is not set`] },
    {
        title: "rejects empty lists",
        props: { networkConfiguration: { subnetIds: [], securityGroupIds: ["sg-1"] } },
        found: [`${SUBNETS}: is not set`],
    },
    {
        title: "cannot decide while the subnets are unknown",
        props: { networkConfiguration: { subnetIds: unknown, securityGroupIds: ["sg-1"] } },
        found: [`${SUBNETS} is unknown`],
    },
]);
