import { askedBy } from "../checks/narrowing.ts";
import { allowed, principals } from "../checks/policy-document.ts";
import { namesEverybody } from "../checks/principal.ts";
import { ROLE } from "../checks/types.ts";
import type { ResourceRule } from "../core/rule.ts";
import type { Value } from "../core/value.ts";

export const iamTrustNarrow: ResourceRule = {
    name: "iam-trust-narrow",
    scope: "resource",
    why: "Whoever may assume a role has all its rights; a foreign issuer vouches for many identities.",
    severity: "critical",
    controls: ["pci:7.3.3", "nist:AC-3", "nist:IA-9", "iso:A.5.18"],
    fix: "Name who may assume the role; for another identity provider pin one audience of ours and one subject by StringEquals; for the account, aws:PrincipalArn",
    types: [ROLE],
    check(role, judge) {
        for (const statement of allowed(role.at("assumeRolePolicy"))) {
            judge(statement.at("Principal"), () => {
                if (!statement.at("NotPrincipal").isAbsent())
                    return "lets everybody but those it names assume the role";
                const trusted = principals(statement);
                if (namesEverybody(statement)) return "lets everybody assume the role";
                const account = trusted.find(({ kind, names }) => kind === "AWS" && names.some(isAccount));
                if (account && !asksForOne(statement, "aws:principalarn")) {
                    return "lets everybody in the account assume the role who may assume any";
                }
                const federated = trusted.some(({ kind }) => kind === "Federated");
                return federated && !pinsIdentity(statement) ? "does not pin both audience and subject" : undefined;
            });
        }
    },
};

/** An audience that every federation of a cloud shares tells nobody apart. */
const SHARED = /^(api:\/\/AzureADTokenExchange)$/i;

function pinsIdentity(statement: Value): boolean {
    const condition = statement.at("Condition.StringEquals");
    const pins = (claim: string) => {
        const asked = condition.keys().filter((key) => key.toLowerCase().endsWith(`:${claim}`));
        const values = asked.flatMap((key) => condition.named(key).texts());
        // One of each: two subjects are two identities, and which of them it was nobody sees.
        return values.length === 1 && !values.some((value) => SHARED.test(value) || value.trim() === "");
    };
    return pins("aud") && pins("sub");
}

function isAccount(name: string): boolean {
    return /^(\d{12}|arn:aws[\w-]*:iam::\d{12}:root)$/.test(name);
}

function asksForOne(statement: Value, wanted: string): boolean {
    return askedBy(statement).some(
        ({ key, values }) =>
            key === wanted && values.length > 0 && values.every((value) => !/^arn:[^/]*[*?]/.test(value)),
    );
}
