import { required } from "../../checks/common.ts";
import type { TypeTable } from "../definition.ts";
import { azureName, groupId, located, tagChecks } from "./common.ts";
import { location } from "./locations.ts";

export const resources: TypeTable = {
    "azure-native:resources:ResourceGroup": {
        name: azureName({
            property: "resourceGroupName",
            maxLength: 90,
            pattern: /^[\p{L}\p{N}_().-]*[^.]$/u,
            allowed: "letters, digits and _().-, not ending with a dot",
        }),
        id: (group) => groupId(group, group.physicalName),
        outputs: (group) => ({
            name: group.physicalName,
            type: "Microsoft.Resources/resourceGroups",
            properties: { provisioningState: "Succeeded" },
        }),
        defaults: located,
        replaceOn: ["resourceGroupName", "location", "managedBy"],
        checks: [required("location"), location, ...tagChecks],
    },
};
