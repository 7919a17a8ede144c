import { ROLE_ASSIGNMENT } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

/** Azure's own roles that may do all, or give others the right to: their ids are the same everywhere. */
const WIDE: Record<string, string> = {
    "8e3af657-a8ff-443c-a75c-2fe8c4bcb635": "Owner",
    "b24988ac-6180-42a0-ab88-20f7382dd24c": "Contributor",
    "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9": "User Access Administrator",
    "f58310d9-a9f6-439a-9e8d-f62e7b41a168": "Role Based Access Control Administrator",
};

export const azureRoleNarrow: ResourceRule = {
    name: "azure-role-narrow",
    scope: "resource",
    why: "An identity that may do all in a subscription makes every guardrail in it optional.",
    severity: "critical",
    controls: ["pci:7.2.5", "nist:AC-6", "sox:404-access-1", "iso:A.8.2"],
    fix: "Assign a role for what is done, on the one resource it is done to, to a ServicePrincipal",
    types: [ROLE_ASSIGNMENT],
    check(assignment, judge) {
        judge(assignment.at("roleDefinitionId"), (definition) => {
            const wide = WIDE[(definition.text() ?? "").split("/").at(-1)?.toLowerCase() ?? ""];
            return wide === undefined ? undefined : `is ${wide}, which may do everything`;
        });
        judge(assignment.at("scope"), (scope) =>
            /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/.+/i.test(scope.text() ?? "")
                ? undefined
                : "is wider than one resource",
        );
        judge(assignment.at("principalType"), (type) =>
            type.text() === "ServicePrincipal" ? undefined : "is not ServicePrincipal",
        );
    },
};
