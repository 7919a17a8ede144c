import { Table } from "@pulumi/aws/dynamodb/table.js";
import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import type { AlertTopic } from "../alerts/alert-topic.ts";
import { watchTable } from "../ingest/table-alarms.ts";
import type { Grant } from "../security/grant.ts";
import type { PlatformKey } from "../security/platform-key.ts";

export interface SupplementaryRunsArgs {
    /** Customer-managed key that encrypts the table at rest. */
    key: PlatformKey;
    /** Who is told when DynamoDB turns requests away or fails. */
    alarmTopic: AlertTopic;
    /** Whether `pulumi destroy` may delete the table with all rows in it. Default: false. */
    deletable?: boolean;
}

/** Under which key lies which run of each set counts; `contract` says what stands there. */
export const POINTERS = "current";

/** What has arrived of each run of Data Factory, batch by batch, and how it ended, for thirty days; and which run counts. */
export class SupplementaryRuns extends ComponentResource {
    readonly table: Table;
    private readonly key: PlatformKey;

    constructor(name: string, args: SupplementaryRunsArgs, opts?: ComponentResourceOptions) {
        super("compliance:exchange:SupplementaryRuns", name, {}, opts);
        const { key, alarmTopic, deletable = false } = args;

        this.key = key;
        this.table = new Table(
            name,
            {
                billingMode: "PAY_PER_REQUEST",
                hashKey: "run",
                rangeKey: "part",
                attributes: [
                    { name: "run", type: "S" },
                    { name: "part", type: "S" },
                ],
                ttl: { enabled: true, attributeName: "expiresAt" },
                serverSideEncryption: { enabled: true, kmsKeyArn: key.arn },
                pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 35 },
                deletionProtectionEnabled: !deletable,
                // The receive function sets expiresAt thirty days ahead, but for which run counts.
                tags: { retention: "30-days" },
            },
            { parent: this, protect: !deletable },
        );
        watchTable(this, name, this.table, {
            operations: ["Query", "TransactWriteItems", "UpdateItem"],
            topic: alarmTopic,
        });
        this.registerOutputs({ table: this.table.name });
    }

    /** For a role that looks up which run of each set counts; the rest of the table stays closed to it. */
    grantLookUpCurrent(): Grant[] {
        const only = { "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": POINTERS } };
        return [
            { Effect: "Allow", Action: ["dynamodb:Query"], Resource: this.table.arn, Condition: only },
            ...this.key.grantDecrypt(),
        ];
    }

    /** For the role that notes what arrived and counts it at the end. */
    grantNoteAndCount(): Grant[] {
        const actions = ["dynamodb:PutItem", "dynamodb:Query", "dynamodb:UpdateItem"];
        return [{ Effect: "Allow", Action: actions, Resource: this.table.arn }, ...this.key.grantDecrypt()];
    }
}
