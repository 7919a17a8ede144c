import { wideRange } from "../../checks/foreign/cidr.ts";
import { EGRESS_RULE, INGRESS_RULE, SECURITY_GROUP, SECURITY_GROUP_RULE } from "../../checks/types.ts";
import type { Resource } from "../../core/resource.ts";
import type { ResourceRule } from "../../core/rule.ts";
import type { Value } from "../../core/value.ts";

const ADDRESSES = ["cidrBlocks", "ipv6CidrBlocks", "cidrIpv4", "cidrIpv6"];
const PROTOCOLS = ["ipProtocol", "protocol"];

export const networkGroupClosed: ResourceRule = {
    name: "network-group-closed",
    scope: "resource",
    why: "A security group open to every address or port protects nothing behind it, and holds nothing back.",
    severity: "critical",
    controls: ["pci:1.4.4", "pci:1.3.1", "nist:SC-7", "nist:AC-4", "nist:SC-7(5)", "iso:A.8.20", "iso:A.8.22"],
    fix: "Name a security group, a prefix list or the addresses of the other end, its protocol and its ports",
    types: [EGRESS_RULE, INGRESS_RULE, SECURITY_GROUP, SECURITY_GROUP_RULE],
    check(resource, judge) {
        for (const rule of rulesOf(resource)) {
            for (const key of ADDRESSES) {
                judge(rule.at(key), (addresses) =>
                    addresses
                        .texts()
                        .map(wideRange)
                        .find((what) => what !== undefined),
                );
            }
            for (const key of PROTOCOLS) {
                judge(rule.at(key), (protocol) =>
                    /^(-1|all)$/.test(protocol.text() ?? "") ? "opens every port" : undefined,
                );
            }
            judge(rule.at("toPort"), (last) => {
                const byAddress = ADDRESSES.some((key) => rule.at(key).texts().length > 0);
                const all = last.number() === 65_535 && (rule.at("fromPort").number() ?? 0) <= 1;
                return byAddress && all ? "opens every port" : undefined;
            });
        }
    },
};

/** The rules inside a group, or the resource itself when it is one. */
function rulesOf(resource: Resource): { at(key: string): Value }[] {
    if (resource.type !== SECURITY_GROUP) return [resource];
    return ["ingress", "egress"].flatMap((direction) => resource.at(direction).items());
}
