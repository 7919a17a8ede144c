import { ROLE_DEFINITION } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

/** What gives keys, tokens or identities away, which work past every role. */
const GIVING =
    /\/(listKeys|listAccountSas|listServiceSas|listAccountKeys|listConnectionStrings|listSecrets|sharedKeys|regenerateKeys?|regenerateAuthKey|listAuthKeys|generateUserDelegationKey|publishxml|exportTemplate|getPipelineRunLogsToken|getFeatureValue|addDataPlaneUser|runCommand|getDataPlaneAccess)(\/|$)/i;
const IDENTITIES = /^Microsoft\.ManagedIdentity\/.*\/(write|action)$/i;

export const azureCustomRoleNarrow: ResourceRule = {
    name: "azure-custom-role-narrow",
    scope: "resource",
    why: "A star in a role allows also what Azure adds later, and a right to give rights allows everything.",
    severity: "critical",
    controls: ["pci:7.2.5", "nist:AC-6", "sox:404-access-1", "iso:A.8.2"],
    fix: "Name each action, none that gives rights, keys or identities, and let the role be assigned in one resource group only",
    types: [ROLE_DEFINITION],
    check(role, judge) {
        const permissions = role.at("permissions");
        judge(permissions, (all) => (all.items().length > 0 ? undefined : "says nothing that can be judged"));
        for (const permission of permissions.items()) {
            for (const kind of ["actions", "dataActions"]) {
                for (const action of permission.at(kind).items()) {
                    judge(action, (one) => {
                        const name = one.text() ?? "";
                        if (name.includes("*")) return "holds a star";
                        if (GIVING.test(name)) return "gives keys or tokens away";
                        if (IDENTITIES.test(name)) return "lets others become an identity of ours";
                        if (/^Microsoft\.Authorization\/.*\/(write|delete|action)$/i.test(name)) return "gives rights";
                        return undefined;
                    });
                }
            }
        }
        judge(role.at("assignableScopes"), (scopes) => (scopes.items().length > 0 ? undefined : "is everywhere"));
        for (const scope of role.at("assignableScopes").items()) {
            judge(scope, (one) =>
                /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+/i.test(one.text() ?? "")
                    ? undefined
                    : "is wider than one resource group",
            );
        }
    },
};
