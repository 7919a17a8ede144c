import { networkDefaultGroupEmpty } from "../../../../policies/rules/network/network-default-group-empty.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const IT = { type: "aws:ec2/vpc:Vpc", props: { id: "vpc-1" } };
const type = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
const group = (props: object) => [{ type, name: "group", props: { vpcId: "vpc-1", ...props } }];
const RULE = { protocol: "-1", self: true };

describeRule(networkDefaultGroupEmpty, [
    { ...IT, title: "accepts an emptied group", beside: group({ ingress: [], egress: [] }), found: [] },
    { ...IT, title: "rejects what AWS made", found: ["defaultSecurityGroup: keeps the rules that AWS made"] },
    {
        ...IT,
        title: "rejects the group of another network",
        beside: group({ vpcId: "vpc-2" }),
        found: ["defaultSecurityGroup: keeps the rules that AWS made"],
    },
    { type, title: "accepts absent rules", found: [] },
    {
        type,
        title: "rejects rules in either direction",
        props: { ingress: [RULE], egress: [RULE] },
        found: ["ingress: has rules", "egress: has rules"],
    },
    {
        type,
        title: "cannot decide while the rules are unknown",
        props: { ingress: unknown },
        found: ["ingress is unknown"],
    },
]);
