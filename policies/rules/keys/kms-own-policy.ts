import { policyOfKey } from "../../checks/links/links.ts";
import { statements } from "../../checks/statements/policy-document.ts";
import { KEY } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

export const kmsOwnPolicy: StackRule = {
    name: "kms-own-policy",
    scope: "stack",
    why: "A key without a policy of its own gets AWS's, which leaves every use of it to any IAM policy.",
    severity: "high",
    controls: ["pci:3.6.1", "nist:SC-12", "nist:AC-6", "iso:A.8.24"],
    fix: "Set policy to the statements that the key's users need",
    types: [KEY],
    check(key, judge, graph) {
        judge(key.at("isEnabled"), (enabled) =>
            enabled.flag() === false ? "is off, so nothing under the key can be read" : undefined,
        );
        judge(key.at("policy"), (own) => {
            if (statements(own).length > 0) return undefined;
            const elsewhere = graph
                .referrers(key, policyOfKey)
                .some((policy) => statements(policy.at("policy")).length > 0);
            return elsewhere ? undefined : "is not set";
        });
    },
};
