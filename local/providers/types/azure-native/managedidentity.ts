import { each } from "../../checks/check.ts";
import { mostItems, pattern, required } from "../../checks/common.ts";
import type { TypeTable } from "../definition.ts";
import { azureName, located, resourceId, tagChecks } from "./common.ts";
import { location } from "./locations.ts";

export const managedidentity: TypeTable = {
    "azure-native:managedidentity:UserAssignedIdentity": {
        name: azureName({
            property: "resourceName",
            minLength: 3,
            maxLength: 128,
            pattern: /^[A-Za-z0-9][\w-]*$/,
            allowed: "letters, digits, _ and -, beginning with a letter or digit",
        }),
        id: (identity) =>
            resourceId(identity, `Microsoft.ManagedIdentity/userAssignedIdentities/${identity.physicalName}`),
        outputs: (identity) => ({
            name: identity.physicalName,
            type: "Microsoft.ManagedIdentity/userAssignedIdentities",
            clientId: identity.uuid("client"),
            principalId: identity.uuid("principal"),
            tenantId: identity.cloud.tenantId,
        }),
        defaults: located,
        replaceOn: ["resourceName", "resourceGroupName", "location"],
        checks: [required("resourceGroupName", "location"), location, ...tagChecks],
    },
    "azure-native:managedidentity:FederatedIdentityCredential": {
        name: azureName({
            property: "federatedIdentityCredentialResourceName",
            minLength: 3,
            maxLength: 120,
            pattern: /^[A-Za-z0-9][\w-]*$/,
            allowed: "letters, digits, _ and -, beginning with a letter or digit",
        }),
        id: (credential) =>
            resourceId(
                credential,
                `Microsoft.ManagedIdentity/userAssignedIdentities/${credential.text("resourceName")}/federatedIdentityCredentials/${credential.physicalName}`,
            ),
        outputs: (credential) => ({
            name: credential.physicalName,
            type: "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials",
        }),
        replaceOn: ["federatedIdentityCredentialResourceName", "resourceGroupName", "resourceName"],
        checks: [
            required("resourceGroupName", "resourceName", "issuer", "subject", "audiences"),
            pattern("issuer", /^https:\/\/\S{1,592}$/, "an https address of at most 600 characters"),
            pattern("subject", /^[^*]{1,600}$/, "the one subject, of at most 600 characters, without a star"),
            mostItems("audiences", 1),
            each("audiences", (given) =>
                Array.isArray(given) && given.length === 0 ? "must have one item" : undefined,
            ),
        ],
    },
};
