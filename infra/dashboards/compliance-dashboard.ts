import { Stack } from "@pulumi/aws/cloudformation/stack.js";
import { Policy } from "@pulumi/aws/iam/policy.js";
import { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment.js";
import { ComponentResource, type ComponentResourceOptions, type Input, type Resource } from "@pulumi/pulumi";
import type { AlertTopic } from "../alerts/alert-topic.ts";
import { rolePolicy } from "../compute/role-policy.ts";
import type { PlatformKey } from "../security/platform-key.ts";
import { dashboardTemplate } from "./dashboard-template.ts";
import { watchFigures } from "./figure-alarms.ts";
import { dashboardPrefix } from "./figure-id.ts";
import { Figures, type FiguresArgs } from "./figures.ts";
import { SECRETS_ROLE } from "./quicksight-account.ts";
import { knowReaders, type Reader } from "./readers.ts";
import { rowRules } from "./row-rules.ts";
import { type WarehouseAddress, WarehouseLink } from "./warehouse-link.ts";

export interface ComplianceDashboardArgs extends Pick<FiguresArgs, "accountId" | "region" | "live" | "refresh"> {
    /** Name of the environment; part of all ids and of the dashboard's title. */
    environment: string;
    vpcId: Input<string>;
    /** Private subnets of at least two availability zones. */
    subnetIds: Input<string[]>;
    warehouse: WarehouseAddress;
    /** Key that encrypts the warehouse's secret. */
    key: PlatformKey;
    /** Region in which QuickSight keeps the account's people. */
    identityRegion: string;
    /** Who sees which figures; 1 or more. */
    readers: readonly Reader[];
    /** Who hears of figures that are old or not shown. */
    alarmTopic: AlertTopic;
    /** What must be there before QuickSight asks the warehouse. Default: everything is. */
    dependsOn?: Resource[] | undefined;
}

/** What compliance officers look at: QuickSight over views of the warehouse, each person's own share of the rows. */
export class ComplianceDashboard extends ComponentResource {
    readonly dashboardId: string;
    /** Ids of the data sets that are copied, by name. */
    readonly copied: Record<string, string>;

    constructor(name: string, args: ComplianceDashboardArgs, opts?: ComponentResourceOptions) {
        super("compliance:dashboards:ComplianceDashboard", name, {}, opts);
        const { environment, accountId, region, identityRegion, live, refresh, dependsOn = [] } = args;
        const { vpcId, subnetIds, warehouse, key, readers, alarmTopic } = args;
        const child = { parent: this };
        const id = dashboardPrefix(environment);
        this.dashboardId = id;

        const secret = new Policy(
            `${name}-secret`,
            {
                description: "Lets QuickSight read the password of the warehouse's dashboards, and no other",
                policy: rolePolicy([
                    { Effect: "Allow", Action: ["secretsmanager:GetSecretValue"], Resource: warehouse.secretArn },
                    ...key.grantDecrypt(),
                ]),
            },
            child,
        );
        // The role is the account's, whichever stack made it.
        const mayRead = new RolePolicyAttachment(
            `${name}-secret`,
            { role: SECRETS_ROLE, policyArn: secret.arn },
            { ...child, dependsOn },
        );
        const known = knowReaders(this, { accountId, identityRegion, prefix: id, readers, dependsOn });
        const link = new WarehouseLink(
            "warehouse-link",
            {
                accountId,
                region,
                id: `${id}-warehouse`,
                vpcId,
                subnetIds,
                warehouse,
                dependsOn: [mayRead, ...dependsOn],
            },
            child,
        );
        const figures = new Figures(
            "figures",
            {
                accountId,
                region,
                prefix: id,
                source: link.dataSource,
                rules: rowRules(known.groups),
                live,
                refresh,
            },
            child,
        );
        this.copied = { ...figures.copied };
        new Stack(
            name,
            {
                name: `${id}-dashboard`,
                templateBody: dashboardTemplate({
                    accountId,
                    id,
                    title: `Compliance (${environment})`,
                    readers: known.groups.map(({ arn }) => arn),
                    arnOf: (dataSet) => figures.arnOf(dataSet),
                }),
                onFailure: "DELETE",
                timeoutInMinutes: 15,
            },
            { ...child, dependsOn: [...figures.dataSets, ...known.resources] },
        );
        watchFigures(this, { dashboardId: id, copied: this.copied, topic: alarmTopic });
        this.registerOutputs({});
    }
}
