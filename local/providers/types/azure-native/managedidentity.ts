import { required } from "../../checks/common.ts";
import type { TypeTable } from "../definition.ts";
import { azureName, located, resourceId, tagChecks } from "./common.ts";

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
        checks: [required("resourceGroupName", "location"), ...tagChecks],
    },
};
