import type { DataSetName } from "../../analytics/dashboard/data-sets.ts";

/** What begins the id of everything of the dashboard: QuickSight and CloudFormation take letters, digits and dashes. */
export function dashboardPrefix(environment: string): string {
    return `compliance-${environment.replaceAll(/[^A-Za-z0-9-]/g, "-")}`;
}

/** Known before the data set is there. */
export function figureId(environment: string, dataSet: string): string {
    return `${dashboardPrefix(environment)}-${dataSet}`;
}

/** Whether a data set is copied to SPICE; the others are asked of the warehouse at each look. */
export function isCopied(dataSet: DataSetName, live: "direct-query" | "copied"): boolean {
    return dataSet !== "live" || live === "copied";
}
