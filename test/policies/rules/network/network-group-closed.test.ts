import { networkGroupClosed } from "../../../../policies/rules/network/network-group-closed.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const HTTPS = { ipProtocol: "tcp", fromPort: 443, toPort: 443 };

describeRule(networkGroupClosed, [
    { type: INGRESS, title: "accepts a group", props: { ...HTTPS, referencedSecurityGroupId: "sg-1" }, found: [] },
    { type: EGRESS, title: "accepts a prefix list", props: { ...HTTPS, prefixListId: "pl-1" }, found: [] },
    {
        type: GROUP,
        title: "accepts a group without rules of its own, absent or empty",
        props: { ingress: [] },
        found: [],
    },
    {
        type: INGRESS,
        title: "rejects everybody",
        props: { ...HTTPS, cidrIpv4: "0.0.0.0/0" },
        found: ["cidrIpv4: is 0.0.0.0/0, every address"],
    },
    {
        type: EGRESS,
        title: "rejects a way to everywhere, by every port",
        props: { ipProtocol: "-1", cidrIpv6: "::/0" },
        found: ["cidrIpv6: is ::/0, every address", "ipProtocol: opens every port"],
    },
    {
        type: GROUP,
        title: "rejects open rules inside a group",
        props: { ingress: [{ cidrBlocks: ["10.0.0.0/16", "0.0.0.0/0"] }], egress: [{ protocol: "-1" }] },
        found: ["ingress[0].cidrBlocks: is 0.0.0.0/0, every address", "egress[0].protocol: opens every port"],
    },
    {
        type: "aws:ec2/securityGroupRule:SecurityGroupRule",
        title: "rejects an open rule of the older kind",
        props: { ipv6CidrBlocks: ["::/0"] },
        found: ["ipv6CidrBlocks: is ::/0, every address"],
    },
    {
        type: INGRESS,
        title: "accepts a network of the bank and one office",
        props: { ...HTTPS, cidrIpv4: "10.20.0.0/16" },
        beside: [{ type: INGRESS, name: "office", props: { ...HTTPS, cidrIpv4: "203.0.113.10/32" } }],
        found: [],
    },
    ...["0.0.0.0/1", "203.0.0.0/16", "172.0.0.0/8"].map((cidrIpv4) => ({
        type: INGRESS,
        title: `rejects ${cidrIpv4}`,
        props: { ...HTTPS, cidrIpv4 },
        found: [`cidrIpv4: is ${cidrIpv4}, which reaches far into the internet`],
    })),
    {
        type: INGRESS,
        title: "cannot decide while the addresses are unknown",
        props: { ...HTTPS, cidrIpv4: unknown },
        found: ["cidrIpv4 is unknown"],
    },
]);
