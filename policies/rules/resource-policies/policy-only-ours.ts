import { oursOf, TRUSTED } from "../../checks/foreign/ours.ts";
import { allowed, policiesOf, RESOURCE_POLICIES } from "../../checks/statements/policy-document.ts";
import { foreignPrincipal } from "../../checks/statements/principal.ts";
import { FUNCTION_PERMISSION, ROLE } from "../../checks/types.ts";
import type { Resource } from "../../core/resource.ts";
import type { ResourceRule } from "../../core/rule.ts";
import type { Value } from "../../core/value.ts";

export const policyOnlyOurs: ResourceRule = {
    name: "policy-only-ours",
    scope: "resource",
    why: "Whoever is let into a key, a store or a role reads the bank's data, and another's account lets in whom it likes.",
    severity: "critical",
    controls: ["pci:7.3.3", "nist:AC-3", "nist:IA-9", "sox:404-access-1", "iso:A.5.18", "iso:A.8.3"],
    fix: `Name identities of our own accounts; an account that the bank trusts is added with a reason to ${TRUSTED}`,
    types: [...RESOURCE_POLICIES, ROLE, FUNCTION_PERMISSION],
    check(resource, judge) {
        const ours = oursOf(resource);
        if (!ours) return;
        for (const policy of documentsOf(resource)) {
            for (const statement of allowed(policy)) {
                judge(statement.at("Principal"), () => foreignPrincipal(statement, ours));
            }
        }
        if (resource.type !== FUNCTION_PERMISSION) return;
        judge(resource.at("principal"), (principal) => {
            const name = principal.text() ?? "";
            const account = /^(\d{12})$|^arn:aws[\w-]*:(?:iam|sts)::(\d{12}):/.exec(name);
            const whose = account?.[1] ?? account?.[2];
            return whose === undefined || ours.accounts.has(whose) ? undefined : `lets in ${name}, none of ours`;
        });
        judge(resource.at("sourceAccount"), (account) => {
            const id = account.text();
            return id === undefined || ours.accounts.has(id) ? undefined : `is ${id}, none of ours`;
        });
        judge(resource.at("sourceArn"), (source) => {
            const arn = source.text();
            if (arn === undefined || resource.at("sourceAccount").text() !== undefined) return undefined;
            const whose = /^arn:aws[\w-]*:[\w-]+:[^:]*:(\d{12}):/.exec(arn)?.[1];
            return whose === undefined
                ? "does not say of which account it is, and sourceAccount is not set"
                : undefined;
        });
    },
};

function documentsOf(resource: Resource): Value[] {
    if (resource.type === ROLE) return [resource.at("assumeRolePolicy")];
    return resource.type === FUNCTION_PERMISSION ? [] : policiesOf(resource);
}
