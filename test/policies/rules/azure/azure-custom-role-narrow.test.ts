import { azureCustomRoleNarrow } from "../../../../policies/rules/azure/azure-custom-role-narrow.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const GROUP = "/subscriptions/one/resourceGroups/it";
const role = (permission: object, changes: object = {}) => ({
    permissions: [permission],
    assignableScopes: [GROUP],
    ...changes,
});
const reading = { actions: ["Microsoft.DataFactory/factories/pipelineruns/read"], dataActions: [] };

describeRule(azureCustomRoleNarrow, [
    { title: "accepts named actions in one group", props: role(reading), found: [] },
    {
        title: "rejects a star",
        props: role({ actions: ["Microsoft.DataFactory/factories/*"] }),
        found: ["permissions[0].actions[0]: holds a star"],
    },
    {
        title: "rejects a star over data",
        props: role({ dataActions: ["Microsoft.Storage/*/read"] }),
        found: ["permissions[0].dataActions[0]: holds a star"],
    },
    {
        title: "rejects a right to give rights",
        props: role({ actions: ["Microsoft.Authorization/roleAssignments/write"] }),
        found: ["permissions[0].actions[0]: gives rights"],
    },
    ...[
        ["Microsoft.Storage/storageAccounts/listKeys/action", "gives keys or tokens away"],
        ["Microsoft.Storage/storageAccounts/listAccountSas/action", "gives keys or tokens away"],
        [
            "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write",
            "lets others become an identity of ours",
        ],
        ["microsoft.managedidentity/userassignedidentities/assign/action", "lets others become an identity of ours"],
    ].map(([action, what]) => ({
        title: `rejects ${action}`,
        props: role({ actions: [action] }),
        found: [`permissions[0].actions[0]: ${what}`],
    })),
    {
        title: "rejects a whole subscription",
        props: role(reading, { assignableScopes: ["/subscriptions/one"] }),
        found: ["assignableScopes[0]: is wider than one resource group"],
    },
    {
        title: "rejects a role that says nothing",
        props: {},
        found: ["permissions: says nothing that can be judged", "assignableScopes: is everywhere"],
    },
    {
        title: "cannot decide while the scopes are unknown",
        props: role(reading, { assignableScopes: unknown }),
        found: ["assignableScopes is unknown"],
    },
]);
