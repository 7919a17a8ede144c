import { Table } from "@pulumi/aws/dynamodb/table.js";
import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import type { AlertTopic } from "../alerts/alert-topic.ts";
import { watchTable } from "../ingest/table-alarms.ts";
import type { Grant } from "../security/grant.ts";
import type { PlatformKey } from "../security/platform-key.ts";

export interface StepAttemptsArgs {
    /** Customer-managed key that encrypts the table at rest. */
    key: PlatformKey;
    /** Who is told when DynamoDB turns requests away or fails. */
    alarmTopic: AlertTopic;
    /** Whether `pulumi destroy` may delete the table with all rows in it. Default: false. */
    deletable?: boolean;
}

/** How far the worker has come with each attempt of a step; rows expire by themselves after their `expiresAt`. */
export class StepAttempts extends ComponentResource {
    readonly table: Table;
    private readonly key: PlatformKey;

    constructor(name: string, args: StepAttemptsArgs, opts?: ComponentResourceOptions) {
        super("compliance:workflow:StepAttempts", name, {}, opts);
        const { key, alarmTopic, deletable = false } = args;

        this.key = key;
        this.table = new Table(
            name,
            {
                billingMode: "PAY_PER_REQUEST",
                hashKey: "workerGroup",
                rangeKey: "attempt",
                attributes: [
                    { name: "workerGroup", type: "S" },
                    { name: "attempt", type: "S" },
                ],
                ttl: { enabled: true, attributeName: "expiresAt" },
                serverSideEncryption: { enabled: true, kmsKeyArn: key.arn },
                pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 35 },
                deletionProtectionEnabled: !deletable,
                // The worker sets expiresAt eight days ahead.
                tags: { retention: "8-days" },
            },
            { parent: this, protect: !deletable },
        );
        watchTable(this, name, this.table, { operations: ["GetItem", "PutItem", "Query"], topic: alarmTopic });
        this.registerOutputs({ table: this.table.name });
    }

    /** For the worker. */
    grantKeep(): Grant[] {
        const actions = ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"];
        return [{ Effect: "Allow", Action: actions, Resource: this.table.arn }, ...this.key.grantDecrypt()];
    }
}
