import type { Parts, Step } from "./parts.ts";

/** The schema of the warehouse, and the user of its dashboards; the program itself runs it. */
export function migrate({ warehouse }: Parts): Step {
    return {
        description: "Brings the warehouse to the schema of this program, and renews the dashboards' password",
        sources: [],
        environment: {
            WORKGROUP_NAME: warehouse.workgroupName,
            DATABASE: warehouse.database,
            ADMIN_SECRET_ARN: warehouse.adminSecretArn,
            DASHBOARD_SECRET_ARN: warehouse.dashboardSecretArn,
            WAREHOUSE_HOST: warehouse.address,
            WAREHOUSE_PORT: String(warehouse.port),
        },
        grants: [...warehouse.grantAdministrate(), ...warehouse.grantReplaceDashboardPassword()],
    };
}
