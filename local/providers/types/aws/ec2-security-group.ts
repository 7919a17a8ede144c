import { longest, pattern, required } from "../../checks/common.ts";
import type { TypeDefinition } from "../definition.ts";
import { owned } from "./ec2-ids.ts";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html */
export const PROTOCOL = /^(-1|all|tcp|udp|icmp|icmpv6|\d{1,2}|1\d\d|2[0-4]\d|25[0-5])$/;
export const PROTOCOL_SAYS = "tcp, udp, icmp, icmpv6, -1 or a number up to 255";
const BYTE = "(\\d{1,2}|1\\d\\d|2[0-4]\\d|25[0-5])";
export const CIDR = new RegExp(`^${BYTE}(\\.${BYTE}){3}/([12]?\\d|3[0-2])$`);
export const CIDR_SAYS = "a range of addresses such as 10.0.0.0/16";
export const WORDS = /^[\w .:/()#,@[\]+=&;{}!$*-]*$/;
export const WORDS_SAYS = "letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*";

/** Rules inside a group. */
const rules = ["egress", "ingress"].flatMap((direction) => [
    required(`${direction}[*].protocol`, `${direction}[*].fromPort`, `${direction}[*].toPort`),
    pattern(`${direction}[*].protocol`, PROTOCOL, PROTOCOL_SAYS),
    pattern(`${direction}[*].cidrBlocks[*]`, CIDR, CIDR_SAYS),
    pattern(`${direction}[*].description`, WORDS, WORDS_SAYS),
]);

export const securityGroup: TypeDefinition = owned("sg", "security-group", {
    name: {
        property: "name",
        prefixProperty: "namePrefix",
        maxLength: 255,
        pattern: /^(?!sg-)[\w .:/()#,@[\]+=&;{}!$*-]+$/,
        allowed: "letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*, and not sg-…",
    },
    outputs: () => ({ egress: [], ingress: [] }),
    defaults: { description: "Managed by Pulumi", revokeRulesOnDelete: false },
    replaceOn: ["description", "name", "namePrefix", "vpcId"],
    checks: [longest("description", 255), pattern("description", WORDS, WORDS_SAYS), ...rules],
});

/** The group that AWS makes with each network; the provider takes it over and removes its rules. */
export const defaultSecurityGroup: TypeDefinition = owned("sg", "security-group", {
    outputs: () => ({ description: "default VPC security group", egress: [], ingress: [], name: "default" }),
    defaults: { revokeRulesOnDelete: false },
    replaceOn: ["vpcId"],
    checks: [required("vpcId"), ...rules],
});
