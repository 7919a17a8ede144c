import { oneOf, required } from "../../checks/common.ts";
import type { TypeTable } from "../definition.ts";
import { azureName, identityOf, located, resourceId, tagChecks } from "./common.ts";

export const datafactory: TypeTable = {
    "azure-native:datafactory:Factory": {
        name: azureName({
            property: "factoryName",
            minLength: 3,
            maxLength: 63,
            pattern: /^[A-Za-z0-9](-?[A-Za-z0-9])*$/,
            allowed: "letters, digits and single dashes inside",
        }),
        id: (factory) => resourceId(factory, `Microsoft.DataFactory/factories/${factory.physicalName}`),
        outputs: (factory) => ({
            ...identityOf(factory),
            name: factory.physicalName,
            type: "Microsoft.DataFactory/factories",
            provisioningState: "Succeeded",
            version: "2018-06-01",
            publicNetworkAccess: "Enabled",
        }),
        defaults: located,
        replaceOn: ["factoryName", "resourceGroupName", "location"],
        checks: [
            required("resourceGroupName", "location"),
            oneOf("publicNetworkAccess", ["Enabled", "Disabled"]),
            oneOf("identity.type", ["SystemAssigned", "UserAssigned", "SystemAssigned,UserAssigned"]),
            ...tagChecks,
        ],
    },
};
