import { longest, pattern, required } from "../../checks/common.ts";
import type { TypeDefinition } from "../definition.ts";
import { owned } from "./ec2-ids.ts";

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
    checks: [
        longest("description", 255),
        pattern("description", /^[\w .:/()#,@[\]+=&;{}!$*-]*$/, "letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*"),
    ],
});

/** The group that AWS makes with each network; the provider takes it over and removes its rules. */
export const defaultSecurityGroup: TypeDefinition = owned("sg", "security-group", {
    outputs: () => ({ description: "default VPC security group", egress: [], ingress: [], name: "default" }),
    defaults: { revokeRulesOnDelete: false },
    replaceOn: ["vpcId"],
    checks: [required("vpcId")],
});
