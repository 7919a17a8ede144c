import { azureRoleKnown } from "../../../../policies/rules/azure/azure-role-known.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const READER = "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1";
const WRITER = "ba92f5b4-2d11-453d-a403-e96b0029c9fe";
const ACCOUNT = "/subscriptions/one/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/a";
const OWN = "13d85b98-64a5-81c0-a157-1101fac00335";
const at = (id: string) => `/subscriptions/one/providers/Microsoft.Authorization/roleDefinitions/${id}`;
const refused = (id: string) => [`roleDefinitionId: is ${id}, neither a role of this program nor one that only reads`];
const DEFINITION = {
    type: "azure-native:authorization:RoleDefinition",
    name: "own",
    props: { roleDefinitionId: OWN.toUpperCase() },
};

describeRule(azureRoleKnown, [
    { title: "accepts a role that only reads blobs", props: { roleDefinitionId: at(READER) }, found: [] },
    { title: "accepts a role of this program", props: { roleDefinitionId: at(OWN) }, beside: [DEFINITION], found: [] },
    { title: "rejects it without its definition", props: { roleDefinitionId: at(OWN) }, found: refused(OWN) },
    ...[
        ["Managed Identity Contributor", "e40ec5ca-96e0-45a2-b4ff-59039f2c2b59"],
        ["Storage Blob Data Owner", "b7e6dc6d-f1e8-4753-8033-0f276bb0955b"],
        ["Storage Account Key Operator", "81a9662b-bebf-436f-a333-f67b29880f12"],
        ["Data Factory Contributor", "673868aa-7521-48a0-acc6-0f60742d39f5"],
    ].map(([name, id = ""]) => ({
        title: `rejects ${name}`,
        props: { roleDefinitionId: at(id) },
        beside: [DEFINITION],
        found: refused(id),
    })),
    {
        title: "accepts a role that writes blobs of one container",
        props: { roleDefinitionId: at(WRITER), scope: `${ACCOUNT}/blobServices/default/containers/in` },
        found: [],
    },
    ...[ACCOUNT, `${ACCOUNT}/blobServices/default/containers/*`, "/subscriptions/one", undefined].map((scope) => ({
        title: `rejects it for ${scope}`,
        props: { roleDefinitionId: at(WRITER), scope },
        found: ["roleDefinitionId: writes blobs of more than one container"],
    })),
    {
        title: "cannot decide about it while its place is unknown",
        props: { roleDefinitionId: at(WRITER), scope: unknown },
        found: ["scope is unknown"],
    },
    { title: "rejects an assignment of nothing", props: {}, found: ["roleDefinitionId: is not set"] },
    {
        title: "cannot decide while it is unknown",
        props: { roleDefinitionId: unknown },
        found: ["roleDefinitionId is unknown"],
    },
]);
