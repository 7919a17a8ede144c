import { ROLE_DEFINITION } from "../checks/types.ts";
import type { ResourceRule } from "../core/rule.ts";

export const azureCustomRoleNarrow: ResourceRule = {
    name: "azure-custom-role-narrow",
    scope: "resource",
    why: "A star in a role allows also what Azure adds later, and a right to give rights allows everything.",
    severity: "critical",
    controls: ["pci:7.2.5", "nist:AC-6", "sox:404-access-1", "iso:A.8.2"],
    fix: "Name each action, none of Microsoft.Authorization, and let the role be assigned in one resource group only",
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
