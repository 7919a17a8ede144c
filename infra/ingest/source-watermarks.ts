import { Table } from "@pulumi/aws/dynamodb/table.js";
import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import type { AlertTopic } from "../alerts/alert-topic.ts";
import type { Grant } from "../security/grant.ts";
import type { PlatformKey } from "../security/platform-key.ts";
import { watchTable } from "./table-alarms.ts";

const OPERATIONS = ["GetItem", "PutItem", "BatchGetItem", "BatchWriteItem"];

export interface SourceWatermarksArgs {
    /** Customer-managed key that encrypts the table at rest. */
    key: PlatformKey;
    /** Who is told when DynamoDB turns requests away or fails. */
    alarmTopic: AlertTopic;
    /** Whether `pulumi destroy` may delete the table with all rows in it. Default: false. */
    deletable?: boolean;
}

/**
 * A row for each source of files, which says how far it has been collected, and one for each collected file, which expires
 * by itself after its `expiresAt`. Without them everything is collected again.
 */
export class SourceWatermarks extends ComponentResource {
    readonly table: Table;
    private readonly key: PlatformKey;

    constructor(name: string, args: SourceWatermarksArgs, opts?: ComponentResourceOptions) {
        super("compliance:ingest:SourceWatermarks", name, {}, opts);
        const { key, alarmTopic, deletable = false } = args;

        this.key = key;
        this.table = new Table(
            name,
            {
                billingMode: "PAY_PER_REQUEST",
                hashKey: "source",
                attributes: [{ name: "source", type: "S" }],
                ttl: { enabled: true, attributeName: "expiresAt" },
                serverSideEncryption: { enabled: true, kmsKeyArn: key.arn },
                pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 35 },
                deletionProtectionEnabled: !deletable,
                // The collect function keeps the row of a file for so long after it was last seen; a source's own stays.
                tags: { retention: "90-days" },
            },
            { parent: this, protect: !deletable },
        );
        watchTable(this, name, this.table, { operations: OPERATIONS, topic: alarmTopic });
        this.registerOutputs({ table: this.table.name });
    }

    /** For the role that collects. */
    grantMove(): Grant[] {
        const actions = OPERATIONS.map((operation) => `dynamodb:${operation}`);
        return [{ Effect: "Allow", Action: actions, Resource: this.table.arn }, ...this.key.grantDecrypt()];
    }
}
