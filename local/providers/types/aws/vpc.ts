import { type Check, when } from "../../checks/check.ts";
import { longest, range, required } from "../../checks/common.ts";
import type { TypeDefinition, TypeTable } from "../definition.ts";
import { ec2Id, owned } from "./ec2-ids.ts";

const ENDS = ["cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"];

const oneEnd: Check = when([], "cidrIpv4", (inputs) => {
    const given = ENDS.filter((property) => inputs[property] !== undefined);
    return given.length === 1 ? undefined : `must be given, or exactly one of ${ENDS.join(", ")}`;
});

const rule: TypeDefinition = owned("sgr", "security-group-rule", {
    outputs: (one) => ({ securityGroupRuleId: ec2Id("sgr")(one) }),
    replaceOn: ["securityGroupId"],
    checks: [
        required("ipProtocol", "securityGroupId"),
        range("fromPort", -1, 65_535),
        range("toPort", -1, 65_535),
        longest("description", 255),
        oneEnd,
    ],
});

/** Rules of security groups, which the SDK keeps apart from the rest of EC2. */
export const vpc: TypeTable = {
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": rule,
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": rule,
};
