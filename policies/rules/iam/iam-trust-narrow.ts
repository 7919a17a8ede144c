import { type Ours, oursOf } from "../../checks/foreign/ours.ts";
import { actsForOursOnly, askedBy } from "../../checks/statements/narrowing.ts";
import { allowed, principals } from "../../checks/statements/policy-document.ts";
import { namesEverybody } from "../../checks/statements/principal.ts";
import { ROLE } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";
import type { Value } from "../../core/value.ts";

/** What a trust may allow. */
const ASSUMING = ["sts:AssumeRole", "sts:AssumeRoleWithWebIdentity", "sts:SetSourceIdentity", "sts:TagSession"];
/** Services that assume a role for a resource of the same account only, and say no source. */
const UNSCOPED = ["lambda.amazonaws.com", "quicksight.amazonaws.com"];
/** Services to which a role of the same account is passed, and of which no document says whether they name the source. */
const SILENT = ["redshift.amazonaws.com", "redshift-serverless.amazonaws.com"];

export const iamTrustNarrow: ResourceRule = {
    name: "iam-trust-narrow",
    scope: "resource",
    why: "Whoever may assume a role has all its rights; a foreign issuer vouches for many identities.",
    severity: "critical",
    controls: ["pci:7.3.3", "nist:AC-3", "nist:IA-9", "iso:A.5.18"],
    fix: "Name who may assume the role, by sts:AssumeRole, a service with aws:SourceAccount; for another identity provider pin one audience of ours and one subject by StringEquals; for the account, aws:PrincipalArn",
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
                const actions = statement.at("Action").texts();
                const odd = actions.find((action) => !ASSUMING.includes(action));
                if (odd !== undefined || !statement.at("NotAction").isAbsent() || actions.length === 0) {
                    return `allows ${odd ?? "more than it names"} on the role itself`;
                }
                const [service] = trusted.flatMap(({ kind, names }) => (kind === "Service" ? names : []));
                if (
                    service !== undefined &&
                    !UNSCOPED.includes(service) &&
                    !actsForOurs(service, statement, oursOf(role))
                ) {
                    return `lets ${service} assume the role for any customer of AWS`;
                }
                const federated = trusted.some(({ kind }) => kind === "Federated");
                return federated && !pinsIdentity(statement) ? "does not pin both audience and subject" : undefined;
            });
        }
    },
};

function actsForOurs(service: string, statement: Value, ours: Ours | undefined): boolean {
    if (actsForOursOnly(statement, ours)) return true;
    const said = statement.at("Condition.StringEqualsIfExists").named("aws:SourceAccount").texts();
    return SILENT.includes(service) && said.length > 0 && said.every((account) => ours?.accounts.has(account) ?? true);
}

/** An audience that every federation of a cloud shares tells nobody apart. */
const SHARED = /^(api:\/\/AzureADTokenExchange)$/i;

function pinsIdentity(statement: Value): boolean {
    const condition = statement.at("Condition.StringEquals");
    // One of each: of two identities behind a role nobody sees which it was.
    const pins = (claim: string) => {
        const asked = condition.keys().filter((key) => key.toLowerCase().endsWith(`:${claim}`));
        const values = asked.flatMap((key) => condition.named(key).texts());
        const told = values.filter((value) => !SHARED.test(value) && value.trim() !== "");
        return told.length > 0 && told.length === values.length && values.length === 1;
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
