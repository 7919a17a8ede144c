import { Table } from "@pulumi/aws/dynamodb/table.js";
import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import type { AlertTopic } from "../alerts/alert-topic.ts";
import type { Grant } from "../security/grant.ts";
import type { PlatformKey } from "../security/platform-key.ts";
import { watchTable } from "./table-alarms.ts";

export interface TransactionLedgerArgs {
    /** Customer-managed key that encrypts the table at rest. */
    key: PlatformKey;
    /** Who is told when DynamoDB turns requests away or fails. */
    alarmTopic: AlertTopic;
    /** Whether `pulumi destroy` may delete the table with all rows in it. Default: false. */
    deletable?: boolean;
}

/** One row for each transaction: where it came from, its state and times, what was decided and why. */
export class TransactionLedger extends ComponentResource {
    readonly table: Table;
    private readonly key: PlatformKey;

    constructor(name: string, args: TransactionLedgerArgs, opts?: ComponentResourceOptions) {
        super("compliance:ingest:TransactionLedger", name, {}, opts);
        const { key, alarmTopic, deletable = false } = args;

        this.key = key;
        this.table = new Table(
            name,
            {
                billingMode: "PAY_PER_REQUEST",
                hashKey: "id",
                attributes: [{ name: "id", type: "S" }],
                serverSideEncryption: { enabled: true, kmsKeyArn: key.arn },
                pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 35 },
                deletionProtectionEnabled: !deletable,
                tags: { retention: "life-of-environment" },
            },
            { parent: this, protect: !deletable },
        );
        watchTable(this, name, this.table, {
            operations: ["PutItem", "UpdateItem", "BatchGetItem"],
            topic: alarmTopic,
        });
        this.registerOutputs({ table: this.table.name });
    }

    /** For a role that claims transactions and moves them from state to state, under conditions; none deletes a row. */
    grantUpdate(): Grant[] {
        return this.grant("dynamodb:PutItem", "dynamodb:UpdateItem");
    }

    /** For a role that looks many transactions up at once. */
    grantLookUp(): Grant[] {
        return this.grant("dynamodb:BatchGetItem");
    }

    private grant(...actions: string[]): Grant[] {
        return [{ Effect: "Allow", Action: actions, Resource: this.table.arn }, ...this.key.grantDecrypt()];
    }
}
