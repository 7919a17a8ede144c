import { adds, refuses } from "../support/type-tests.ts";

const GROUP = "/subscriptions/11111111-1111-4111-a111-111111111111/resourceGroups/platform";
const CREDENTIAL = "azure-native:managedidentity:FederatedIdentityCredential";
const DEFINITION = "azure-native:authorization:RoleDefinition";
const ID = "12345678-1234-4123-8123-123456789012";
const credential = {
    resourceGroupName: "platform",
    resourceName: "asking",
    federatedIdentityCredentialResourceName: "aws-request",
    issuer: "https://it.tokens.sts.global.api.aws",
    subject: "arn:aws:iam::111122223333:role/request",
    audiences: ["api://AzureADTokenExchange"],
};
const definition = {
    scope: GROUP,
    roleDefinitionId: ID,
    roleName: "Ask for runs",
    assignableScopes: [GROUP],
    permissions: [{ actions: ["Microsoft.DataFactory/factories/pipelineruns/read"] }],
};

describe("the tables of who may act in Azure", () => {
    adds([
        {
            type: CREDENTIAL,
            inputs: credential,
            id: `${GROUP}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/asking/federatedIdentityCredentials/aws-request`,
            outputs: { name: "aws-request" },
        },
        {
            type: DEFINITION,
            inputs: definition,
            id: `${GROUP}/providers/Microsoft.Authorization/roleDefinitions/${ID}`,
            outputs: { name: ID },
        },
    ]);
    refuses([
        {
            type: CREDENTIAL,
            good: credential,
            bad: [
                [
                    { federatedIdentityCredentialResourceName: "x".repeat(121) },
                    "federatedIdentityCredentialResourceName must have at most 120 characters",
                ],
                [{ issuer: "http://it" }, "issuer must be an https address"],
                [{ subject: "arn:aws:iam::111122223333:role/*" }, "subject must be the one subject"],
                [{ audiences: ["one", "two"] }, "audiences must have at most 1 item"],
            ],
        },
        {
            type: DEFINITION,
            good: definition,
            bad: [
                [{ roleDefinitionId: "ask" }, "roleDefinitionId must"],
                [{ roleName: "x".repeat(129) }, "roleName must be a name of at most 128 characters"],
                [{ roleType: "BuiltInRole" }, "roleType must be one of"],
                [{ assignableScopes: ["/"] }, "assignableScopes[0] must be the id of a scope"],
            ],
        },
    ]);
});
