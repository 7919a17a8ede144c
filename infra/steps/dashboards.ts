import type { Resource } from "@pulumi/pulumi";
import type { Configuration } from "../configuration.ts";
import { ComplianceDashboard } from "../dashboards/compliance-dashboard.ts";
import { QuickSightAccount } from "../dashboards/quicksight-account.ts";
import type { Parts } from "./parts.ts";

type Where = Pick<Configuration, "environment" | "accountId" | "region" | "dashboards">;

/** Warehouse ► QuickSight ► compliance officers. `schema` makes the views and the user that reads them. */
export function showFigures(parent: Resource, parts: Parts, where: Where, schema: Resource): ComplianceDashboard {
    const { settings, keys, network, topics, warehouse } = parts;
    const { dashboards, ...place } = where;
    const { accountName, notificationEmail, identityRegion, readers } = dashboards;
    const account = settings.account.ownsQuickSight
        ? new QuickSightAccount("quicksight", { accountName, notificationEmail, identityRegion }, { parent }).ready
        : [];
    return new ComplianceDashboard(
        "compliance-dashboard",
        {
            ...place,
            ...settings.dashboards,
            vpcId: network.vpcId,
            subnetIds: network.subnetIds,
            warehouse: {
                address: warehouse.address,
                port: warehouse.port,
                database: warehouse.database,
                secretArn: warehouse.dashboardSecretArn,
                securityGroupId: warehouse.securityGroupId,
            },
            key: keys.data,
            identityRegion,
            readers,
            alarmTopic: topics.operations,
            dependsOn: [schema, ...account],
        },
        { parent },
    );
}
