import { Dashboard } from "@pulumi/aws/cloudwatch/dashboard.js";
import { ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";
import { dashboardBody } from "./dashboard-body.ts";
import { rowsOf } from "./dashboard-rows.ts";
import type { Shown } from "./shown.ts";

export interface OperationsDashboardArgs extends Shown {
    /** Region whose metrics it shows. */
    region: string;
    /** Name in the console, unique in the account. */
    dashboardName: string;
}

/** One page that says how the platform is: what flows, what waits, what failed, whom it told, and what it costs. */
export class OperationsDashboard extends ComponentResource {
    readonly arn: Output<string>;

    constructor(name: string, args: OperationsDashboardArgs, opts?: ComponentResourceOptions) {
        super("compliance:alerts:OperationsDashboard", name, {}, opts);
        const { region, dashboardName, ...shown } = args;

        const dashboard = new Dashboard(
            name,
            { dashboardName, dashboardBody: dashboardBody(region, rowsOf(shown)) },
            { parent: this },
        );
        this.arn = dashboard.dashboardArn;
        this.registerOutputs({});
    }
}
