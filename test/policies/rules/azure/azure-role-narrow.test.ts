import { azureRoleNarrow } from "../../../../policies/rules/azure/azure-role-narrow.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const GROUP = "/subscriptions/one/resourceGroups/it";
const role = (id: string) => `/subscriptions/one/providers/Microsoft.Authorization/roleDefinitions/${id}`;
const assignment = (changes: object = {}) => ({
    roleDefinitionId: role("2a2b9908-6ea1-4ae2-8e65-a410df84e7d1"),
    scope: `${GROUP}/providers/Microsoft.Storage/storageAccounts/it`,
    principalType: "ServicePrincipal",
    ...changes,
});

describeRule(azureRoleNarrow, [
    { title: "accepts a reader of one resource", props: assignment(), found: [] },
    {
        title: "rejects an owner",
        props: assignment({ roleDefinitionId: role("8e3af657-a8ff-443c-a75c-2fe8c4bcb635") }),
        found: ["roleDefinitionId: is Owner, which may do everything"],
    },
    {
        title: "rejects a whole group",
        props: assignment({ scope: GROUP }),
        found: ["scope: is wider than one resource"],
    },
    {
        title: "rejects a whole subscription",
        props: assignment({ scope: "/subscriptions/one" }),
        found: ["scope: is wider than one resource"],
    },
    {
        title: "rejects an assignment that says nothing",
        props: {},
        found: ["scope: is wider than one resource", "principalType: is not ServicePrincipal"],
    },
    {
        title: "rejects a person",
        props: assignment({ principalType: "User" }),
        found: ["principalType: is not ServicePrincipal"],
    },
    {
        title: "cannot decide while the scope is unknown",
        props: assignment({ scope: unknown }),
        found: ["scope is unknown"],
    },
]);
