import { ROLE, ROLE_ATTACHMENT } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";
import type { Value } from "../../core/value.ts";

export const iamRolesBounded: ResourceRule = {
    name: "iam-roles-bounded",
    scope: "resource",
    why: "A pipeline that may create roles could give itself any right, unless each of them has the limit of its own.",
    severity: "high",
    controls: ["pci:7.2.5", "nist:AC-6", "iso:A.8.2"],
    fix: "Set permissionsBoundary to the policy under boundaries/, and never attach that one: it allows far too much",
    types: [ROLE, ROLE_ATTACHMENT],
    check(resource, judge) {
        if (resource.type === ROLE) {
            judge(resource.at("permissionsBoundary"), (value) => (isLimit(value) ? undefined : "is not one of ours"));
        }
        const attached = resource.type === ROLE ? resource.at("managedPolicyArns").items() : [resource.at("policyArn")];
        for (const policy of attached) {
            judge(policy, (value) => (isLimit(value) ? "grants what is meant to limit" : undefined));
        }
    },
};

function isLimit(policy: Value): boolean {
    return /^arn:[\w-]+:iam::\d{12}:policy\/(.+\/)?boundaries\/[^/]+$/.test(policy.text() ?? "");
}
