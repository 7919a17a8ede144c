import { oneOf, range, required } from "../../checks/common.ts";
import type { TypeTable } from "../definition.ts";
import { azureName, located, resourceId, tagChecks } from "./common.ts";
import { location } from "./locations.ts";

const SKUS = ["Free", "Standard", "Premium", "PerNode", "PerGB2018", "Standalone", "CapacityReservation", "LACluster"];

export const operationalinsights: TypeTable = {
    "azure-native:operationalinsights:Workspace": {
        name: azureName({
            property: "workspaceName",
            minLength: 4,
            maxLength: 63,
            pattern: /^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$/,
            allowed: "letters, digits and dashes inside",
        }),
        id: (workspace) => resourceId(workspace, `Microsoft.OperationalInsights/workspaces/${workspace.physicalName}`),
        outputs: (workspace) => ({
            name: workspace.physicalName,
            type: "Microsoft.OperationalInsights/workspaces",
            customerId: workspace.uuid("customer"),
            provisioningState: "Succeeded",
            // What Azure assumes when the program says nothing.
            retentionInDays: 30,
            publicNetworkAccessForIngestion: "Enabled",
            publicNetworkAccessForQuery: "Enabled",
        }),
        defaults: located,
        replaceOn: ["workspaceName", "resourceGroupName", "location"],
        checks: [
            required("resourceGroupName", "location", "sku.name"),
            location,
            oneOf("sku.name", SKUS),
            range("retentionInDays", 30, 730, "days"),
            oneOf("publicNetworkAccessForIngestion", ["Enabled", "Disabled", "SecuredByPerimeter"]),
            oneOf("publicNetworkAccessForQuery", ["Enabled", "Disabled", "SecuredByPerimeter"]),
            ...tagChecks,
        ],
    },
};
