import { azureRolesNarrow } from "../../../policies/rules/azure-roles-narrow.ts";
import { describeRule } from "../../support/describe-rule.ts";
import { unknown } from "../../support/run-rule.ts";

const subscription = "/subscriptions/11111111-1111-4111-8111-111111111111";
const role = (id: string) => `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${id}`;
const scope = `${subscription}/resourceGroups/exchange1`;
const roleDefinitionId = role("acdd72a7-3385-48ef-bd42-f606fba81ae7");

describeRule(azureRolesNarrow, [
    { title: "accepts a reader of one resource group", props: { scope, roleDefinitionId }, found: [] },
    {
        title: "accepts a role over one resource",
        props: { scope: `${scope}/providers/Microsoft.Storage/storageAccounts/supply`, roleDefinitionId },
        found: [],
    },
    {
        title: "rejects a role over the whole subscription",
        props: { scope: subscription, roleDefinitionId },
        found: ["scope: is wider than a resource group"],
    },
    {
        title: "rejects an owner",
        props: { scope, roleDefinitionId: role("8E3AF657-A8FF-443C-A75C-2FE8C4BCB635") },
        found: ["roleDefinitionId: is Owner, who may give rights away"],
    },
    {
        title: "cannot decide while the scope is unknown",
        props: { scope: unknown, roleDefinitionId },
        found: ["scope is unknown"],
    },
]);
