import { redshiftPrivate } from "../../../../policies/rules/redshift/redshift-private.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const good = {
    publiclyAccessible: false,
    enhancedVpcRouting: true,
    subnetIds: ["subnet-1"],
    securityGroupIds: ["sg-1"],
};
const DEFAULT = "is not set, so AWS takes those of the default network";

describeRule(redshiftPrivate, [
    { title: "accepts a workgroup inside the network", props: good, found: [] },
    {
        title: "rejects a workgroup that says nothing",
        props: {},
        found: [
            "publiclyAccessible: is not set to false",
            "enhancedVpcRouting: is not on",
            `subnetIds: ${DEFAULT}`,
            `securityGroupIds: ${DEFAULT}`,
        ],
    },
    {
        title: "rejects one that the internet reaches",
        props: { ...good, publiclyAccessible: true },
        found: ["publiclyAccessible: is on"],
    },
    {
        title: "rejects traffic around the network",
        props: { ...good, enhancedVpcRouting: false },
        found: ["enhancedVpcRouting: is not on"],
    },
    { title: "rejects no groups", props: { ...good, securityGroupIds: [] }, found: [`securityGroupIds: ${DEFAULT}`] },
    {
        title: "judges the rest while the subnets are unknown",
        props: { ...good, subnetIds: unknown, publiclyAccessible: true },
        found: ["publiclyAccessible: is on", "subnetIds is unknown"],
    },
]);
