import { allowed, conditionKeys, principals } from "../checks/policy-document.ts";
import { ROLE } from "../checks/types.ts";
import type { ResourceRule } from "../core/rule.ts";
import type { Value } from "../core/value.ts";

export const iamTrustNarrow: ResourceRule = {
    name: "iam-trust-narrow",
    scope: "resource",
    why: "Whoever may assume a role has all its rights; a foreign issuer vouches for many identities.",
    severity: "critical",
    controls: ["pci:7.3.3", "nist:AC-3", "nist:IA-9", "iso:A.5.18"],
    fix: "Name who may assume the role; for another identity provider pin its audience and its subject by StringEquals",
    types: [ROLE],
    check(role, judge) {
        for (const statement of allowed(role.at("assumeRolePolicy"))) {
            judge(statement.at("Principal"), () => {
                if (!statement.at("NotPrincipal").isAbsent())
                    return "lets everybody but those it names assume the role";
                const trusted = principals(statement);
                if (trusted.some(({ names }) => names.includes("*"))) return "lets everybody assume the role";
                const federated = trusted.some(({ kind }) => kind === "Federated");
                return federated && !pinsIdentity(statement) ? "does not pin both audience and subject" : undefined;
            });
        }
    },
};

function pinsIdentity(statement: Value): boolean {
    const exact = statement
        .at("Condition.StringEquals")
        .keys()
        .map((key) => key.toLowerCase());
    const pins = (claim: string) => exact.some((key) => key.endsWith(`:${claim}`));
    return conditionKeys(statement).length > 0 && pins("aud") && pins("sub");
}
