import { networkNoPublicAddress } from "../../../../policies/rules/network/network-no-public-address.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const type = "aws:ec2/subnet:Subnet";
const association = "aws:ec2/routeTableAssociation:RouteTableAssociation";

describeRule(networkNoPublicAddress, [
    {
        type,
        title: "accepts a subnet without public addresses",
        props: { mapPublicIpOnLaunch: false, assignIpv6AddressOnCreation: false },
        found: [],
    },
    { type, title: "accepts absent and empty properties", props: {}, found: [] },
    {
        type,
        title: "rejects a subnet that gives them out",
        props: { mapPublicIpOnLaunch: true, assignIpv6AddressOnCreation: true },
        found: [
            "mapPublicIpOnLaunch: gives out public addresses",
            "assignIpv6AddressOnCreation: gives out public addresses",
        ],
    },
    { type: "aws:ec2/eip:Eip", title: "rejects a public address", found: ["type: is a public address"] },
    { type: association, title: "accepts the table of a subnet", props: { subnetId: "subnet-1" }, found: [] },
    {
        type: association,
        title: "rejects the table of a gateway",
        props: { gatewayId: "igw-1" },
        found: ["gatewayId: lets a gateway route inwards"],
    },
    {
        type,
        title: "cannot decide while a property is unknown",
        props: { mapPublicIpOnLaunch: unknown },
        found: ["mapPublicIpOnLaunch is unknown"],
    },
]);
