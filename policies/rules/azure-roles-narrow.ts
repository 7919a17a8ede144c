import { AZURE_ASSIGNMENT } from "../checks/types.ts";
import type { ResourceRule } from "../core/rule.ts";

/** Ids of the roles of Azure that may give away rights, and with them everything. */
const GIVING_RIGHTS: Record<string, string> = {
    "8e3af657-a8ff-443c-a75c-2fe8c4bcb635": "Owner",
    "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9": "User Access Administrator",
    "f58310d9-a9f6-439a-9e8d-f62e7b41a168": "Role Based Access Control Administrator",
};

export const azureRolesNarrow: ResourceRule = {
    name: "azure-roles-narrow",
    scope: "resource",
    why: "A role over a whole subscription, or one that gives away rights, reaches far beyond the platform.",
    severity: "high",
    controls: ["pci:7.2.5", "nist:AC-6", "iso:A.8.2"],
    fix: "Assign a role that gives no rights away, over one resource group or one resource",
    types: [AZURE_ASSIGNMENT],
    check(assignment, judge) {
        judge(assignment.at("scope"), (scope) =>
            /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+/i.test(scope.text() ?? "")
                ? undefined
                : "is wider than a resource group",
        );
        judge(assignment.at("roleDefinitionId"), (definition) => {
            const role = GIVING_RIGHTS[definition.text()?.split("/").at(-1)?.toLowerCase() ?? ""];
            return role === undefined ? undefined : `is ${role}, who may give rights away`;
        });
    },
};
