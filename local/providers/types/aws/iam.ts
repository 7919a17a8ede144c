import { jsonObject, longest, pattern, range, required } from "../../checks/common.ts";
import { policy } from "../../checks/policy.ts";
import type { NameRule } from "../../naming/name-rule.ts";
import type { ResourceView, TypeTable } from "../definition.ts";
import { globalArn, tagged } from "./common.ts";

const named = (maxLength: number): NameRule => ({
    property: "name",
    prefixProperty: "namePrefix",
    maxLength,
    pattern: /^[\w+=,.@-]+$/,
    allowed: "letters, digits and _+=,.@-",
});
const POLICY_ARN = /^arn:[\w-]+:iam::(\d{12}|aws):policy\/.+$/;
const PATH = pattern("path", /^\/([!-.0-~]+\/)*$/, "a path that begins and ends with /");

export const iam: TypeTable = {
    "aws:iam/role:Role": tagged({
        name: named(64),
        id: (role) => role.physicalName,
        outputs: (role) => ({
            arn: globalArn(role, "iam", `role${path(role)}${role.physicalName}`),
            uniqueId: `AROA${role.hex("role", 17).toUpperCase()}`,
            description: "",
            managedPolicyArns: [],
        }),
        defaults: { forceDetachPolicies: false, maxSessionDuration: 3600, path: "/" },
        replaceOn: ["name", "namePrefix", "path"],
        checks: [
            required("assumeRolePolicy"),
            jsonObject("assumeRolePolicy"),
            policy("assumeRolePolicy", "trust"),
            range("maxSessionDuration", 3600, 43_200, "seconds"),
            longest("description", 1000),
            pattern("permissionsBoundary", POLICY_ARN, "the ARN of a policy"),
            PATH,
        ],
    }),
    "aws:iam/rolePolicy:RolePolicy": {
        name: named(128),
        id: (one) => `${one.text("role")}:${one.physicalName}`,
        replaceOn: ["name", "namePrefix", "role"],
        // The limit is for all inline policies of a role together; one alone above it can never fit.
        checks: [
            required("role", "policy"),
            jsonObject("policy"),
            longest("policy", 10_240),
            policy("policy", "identity"),
        ],
    },
    "aws:iam/policy:Policy": tagged({
        name: named(128),
        id: (one) => globalArn(one, "iam", `policy${path(one)}${one.physicalName}`),
        outputs: (one) => ({
            arn: globalArn(one, "iam", `policy${path(one)}${one.physicalName}`),
            policyId: `ANPA${one.hex("policy", 17).toUpperCase()}`,
            attachmentCount: 0,
        }),
        defaults: { path: "/" },
        replaceOn: ["name", "namePrefix", "path", "description"],
        checks: [required("policy"), jsonObject("policy"), longest("policy", 6144), policy("policy", "identity"), PATH],
    }),
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment": {
        id: (attachment) => `${attachment.text("role")}/${attachment.text("policyArn")}`,
        replaceOn: ["role", "policyArn"],
        checks: [required("role", "policyArn"), pattern("policyArn", POLICY_ARN, "the ARN of a policy")],
    },
};

function path(resource: ResourceView): string {
    return resource.text("path") || "/";
}
