import type { Properties } from "../../../store/value.ts";
import { type Check, when } from "../../checks/check.ts";
import { longest, pattern, range, required } from "../../checks/common.ts";
import type { TypeDefinition, TypeTable } from "../definition.ts";
import { ec2Id, owned } from "./ec2-ids.ts";
import { PROTOCOL, PROTOCOL_SAYS, WORDS, WORDS_SAYS } from "./ec2-security-group.ts";

const ENDS = ["cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"];

const oneEnd: Check = when([], "cidrIpv4", (inputs) => {
    const given = ENDS.filter((property) => inputs[property] !== undefined);
    return given.length === 1 ? undefined : `must be given, or exactly one of ${ENDS.join(", ")}`;
});

function portFault({ ipProtocol, fromPort, toPort }: Properties): string | undefined {
    const ported = ["tcp", "udp", "6", "17"].includes(String(ipProtocol));
    if (!ported) return undefined;
    if (fromPort === undefined || toPort === undefined) return `and toPort are required for ${ipProtocol}`;
    return Number(fromPort) > Number(toPort) ? `must not exceed toPort, ${toPort}, got ${fromPort}` : undefined;
}

const rule: TypeDefinition = owned("sgr", "security-group-rule", {
    outputs: (one) => ({ securityGroupRuleId: ec2Id("sgr")(one) }),
    replaceOn: ["securityGroupId"],
    checks: [
        required("ipProtocol", "securityGroupId"),
        range("fromPort", -1, 65_535),
        range("toPort", -1, 65_535),
        longest("description", 255),
        oneEnd,
        pattern("description", WORDS, WORDS_SAYS),
        pattern("ipProtocol", PROTOCOL, PROTOCOL_SAYS),
        when(["fromPort", "toPort", "ipProtocol"], "fromPort", portFault),
    ],
});

/** Rules of security groups, which the SDK keeps apart from the rest of EC2. */
export const vpc: TypeTable = {
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": rule,
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": rule,
};
