import { Namespace } from "@pulumi/aws/redshiftserverless/namespace.js";
import { UsageLimit } from "@pulumi/aws/redshiftserverless/usageLimit.js";
import { Workgroup } from "@pulumi/aws/redshiftserverless/workgroup.js";
import { Secret } from "@pulumi/aws/secretsmanager/secret.js";
import { ComponentResource, type ComponentResourceOptions, type Output, type Resource } from "@pulumi/pulumi";
import type { AlertTopic } from "../alerts/alert-topic.ts";
import type { PrivateNetwork } from "../network/private-network.ts";
import type { Grant } from "../security/grant.ts";
import type { PlatformKey } from "../security/platform-key.ts";
import { auditLogs, LOG_EXPORTS } from "./audit-logs.ts";
import { type CopySource, copyRole } from "./copy-role.ts";
import { parameters } from "./parameters.ts";
import { watchWarehouse } from "./warehouse-alarms.ts";
import { warehouseGroup } from "./warehouse-group.ts";
import { warehouseName } from "./warehouse-name.ts";

export interface WarehouseArgs {
    /** Name of the environment; part of the names of the warehouse. */
    environment: string;
    /** AWS account that owns the warehouse, 12 digits. */
    accountId: string;
    /** Customer-managed key that encrypts the data, and the administrator's and the dashboards' passwords. */
    key: PlatformKey;
    /** Its audit logs: the key that encrypts them and the days for which they are kept. */
    log: { key: PlatformKey; retentionDays: number };
    /** Network whose subnets it stands in; three availability zones or more. */
    network: PrivateNetwork;
    /** Buckets that loads may read; nothing else can be copied into the warehouse. */
    sources: CopySource[];
    /** Capacity at the start of a query and at most, in RPUs: 4, 8 to 512 by eights, or 1024. */
    baseCapacity: number;
    maxCapacity: number;
    /** Capacity that a day may use, in RPU-hours; AWS bills by these. */
    dailyRpuHours: number;
    /** What happens when they are used up: queries are refused until midnight UTC, or only a metric says so. */
    whenUsedUp: "deactivate" | "emit-metric";
    /** Longest run of a query, in seconds; 1 to 86,399. */
    longestQuerySeconds: number;
    /** Who is told when it is at its limits. */
    alarmTopic: AlertTopic;
    /** Whether `pulumi destroy` may delete the warehouse with its data. Default: false. */
    deletable?: boolean;
}

const PORT = 5439;

/** Redshift Serverless: the transactions with their verdicts, for dashboards and reports; reached from the network only. */
export class Warehouse extends ComponentResource {
    readonly database = "compliance";
    readonly port = PORT;
    readonly address: Output<string>;
    readonly workgroupName: Output<string>;
    readonly workgroupArn: Output<string>;
    /** User, password and place of the dashboards, as QuickSight reads them; `migrate` fills it. */
    readonly dashboardSecretArn: Output<string>;
    /** Who wants to connect needs a rule that lets his own group into this one, at `port`. */
    readonly securityGroupId: Output<string>;
    readonly adminSecretArn: Output<string>;
    /** What a load names as its IAM_ROLE. */
    readonly copyRoleArn: Output<string>;
    /** What must be there before a statement can run. */
    readonly ready: Resource[];
    private readonly key: PlatformKey;

    constructor(name: string, args: WarehouseArgs, opts?: ComponentResourceOptions) {
        super("compliance:warehouse:Warehouse", name, {}, opts);
        const { environment, accountId, key, log, network, sources, deletable = false } = args;
        const { baseCapacity, maxCapacity, dailyRpuHours, whenUsedUp, longestQuerySeconds, alarmTopic: topic } = args;

        this.key = key;
        const fixedName = warehouseName(environment);
        const role = copyRole(this, `${name}-copy`, { accountId, sources });
        const logs = auditLogs(this, name, { namespace: fixedName, ...log });
        const namespace = new Namespace(
            name,
            {
                namespaceName: fixedName,
                dbName: this.database,
                kmsKeyId: key.arn,
                // Redshift makes the password, keeps it in a secret and rotates it; nobody here ever sees it.
                manageAdminPassword: true,
                adminPasswordSecretKmsKeyId: key.arn,
                iamRoles: [role.arn],
                defaultIamRoleArn: role.arn,
                logExports: [...LOG_EXPORTS],
            },
            // Redshift makes the log groups that are not there, without key or end.
            { parent: this, dependsOn: logs, protect: !deletable },
        );
        const { group, rules } = warehouseGroup(this, name, network);
        const workgroup = new Workgroup(
            name,
            {
                workgroupName: fixedName,
                namespaceName: namespace.namespaceName,
                baseCapacity,
                maxCapacity,
                publiclyAccessible: false,
                enhancedVpcRouting: true,
                port: PORT,
                subnetIds: network.subnetIds,
                securityGroupIds: [group.id],
                configParameters: parameters(longestQuerySeconds),
            },
            { parent: this, dependsOn: rules },
        );
        new UsageLimit(
            name,
            {
                resourceArn: workgroup.arn,
                usageType: "serverless-compute",
                period: "daily",
                amount: dailyRpuHours,
                breachAction: whenUsedUp,
            },
            { parent: this },
        );
        const secret = new Secret(
            `${name}-dashboards`,
            { description: "The user with which dashboards read the warehouse", kmsKeyId: key.arn },
            { parent: this },
        );
        watchWarehouse(this, name, { workgroup, maxCapacity, dailyRpuHours, topic });

        this.address = workgroup.endpoints.apply(([endpoint]) => endpoint?.address ?? "");
        this.workgroupName = workgroup.workgroupName;
        this.workgroupArn = workgroup.arn;
        this.dashboardSecretArn = secret.arn;
        this.securityGroupId = group.id;
        this.adminSecretArn = namespace.adminPasswordSecretArn;
        this.copyRoleArn = role.arn;
        this.ready = [workgroup];
        this.registerOutputs({});
    }

    /** For a role that logs in as itself, by a password of minutes, and learns how its statements end; its group says what they may do. */
    grantRun(): Grant[] {
        return [
            ...this.statements("DescribeStatement"),
            { Effect: "Allow", Action: ["redshift-serverless:GetCredentials"], Resource: this.workgroupArn },
        ];
    }

    /** The same for a role that also reads what its statements find. */
    grantAsk(): Grant[] {
        return [
            ...this.statements("DescribeStatement", "GetStatementResult"),
            { Effect: "Allow", Action: ["redshift-serverless:GetCredentials"], Resource: this.workgroupArn },
        ];
    }

    /** For the one role whose statements run as the administrator. */
    grantAdministrate(): Grant[] {
        const statements = this.statements("DescribeStatement", "GetStatementResult");
        return [...statements, this.on(this.adminSecretArn, "GetSecretValue"), ...this.key.grantDecrypt()];
    }

    /** For the one role that replaces the dashboards' password, which it need not read. */
    grantReplaceDashboardPassword(): Grant[] {
        const actions = ["DescribeSecret", "PutSecretValue", "UpdateSecretVersionStage"];
        return [this.on(this.dashboardSecretArn, ...actions), ...this.key.grantEncrypt()];
    }

    /** Statements by the Data API, and what may be done with one's own. */
    private statements(...actions: string[]): Grant[] {
        return [
            { Effect: "Allow", Action: ["redshift-data:BatchExecuteStatement"], Resource: this.workgroupArn },
            {
                Effect: "Allow",
                Action: actions.map((action) => `redshift-data:${action}`),
                // A statement is no resource to name; the condition keeps everybody to those he started himself.
                Resource: "*",
                // biome-ignore lint/suspicious/noTemplateCurlyInString: IAM fills in the caller.
                Condition: { StringEquals: { "redshift-data:statement-owner-iam-userid": "${aws:userid}" } },
            },
        ];
    }

    private on(secretArn: Output<string>, ...actions: string[]): Grant {
        return { Effect: "Allow", Action: actions.map((action) => `secretsmanager:${action}`), Resource: secretArn };
    }
}
