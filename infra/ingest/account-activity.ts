import { Table } from "@pulumi/aws/dynamodb/table.js";
import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import type { AlertTopic } from "../alerts/alert-topic.ts";
import type { Grant } from "../security/grant.ts";
import type { PlatformKey } from "../security/platform-key.ts";
import { watchTable } from "./table-alarms.ts";

export interface AccountActivityArgs {
    /** Customer-managed key that encrypts the table at rest. */
    key: PlatformKey;
    /** Who is told when DynamoDB turns requests away or fails. */
    alarmTopic: AlertTopic;
    /** Whether `pulumi destroy` may delete the table with all rows in it. Default: false. */
    deletable?: boolean;
}

/** What each account did lately, in the order of time; rows expire by themselves after their `expiresAt`. */
export class AccountActivity extends ComponentResource {
    readonly table: Table;
    private readonly key: PlatformKey;

    constructor(name: string, args: AccountActivityArgs, opts?: ComponentResourceOptions) {
        super("compliance:ingest:AccountActivity", name, {}, opts);
        const { key, alarmTopic, deletable = false } = args;

        this.key = key;
        this.table = new Table(
            name,
            {
                billingMode: "PAY_PER_REQUEST",
                hashKey: "accountId",
                rangeKey: "at",
                attributes: [
                    { name: "accountId", type: "S" },
                    { name: "at", type: "S" },
                ],
                ttl: { enabled: true, attributeName: "expiresAt" },
                serverSideEncryption: { enabled: true, kmsKeyArn: key.arn },
                pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 35 },
                deletionProtectionEnabled: !deletable,
                // The score function sets expiresAt eight days ahead.
                tags: { retention: "8-days" },
            },
            { parent: this, protect: !deletable },
        );
        watchTable(this, name, this.table, { operations: ["PutItem", "BatchWriteItem", "Query"], topic: alarmTopic });
        this.registerOutputs({ table: this.table.name });
    }

    /** For the role that notes what an account did and looks back at it. */
    grantNoteAndLookBack(): Grant[] {
        const actions = ["dynamodb:PutItem", "dynamodb:BatchWriteItem", "dynamodb:Query"];
        return [{ Effect: "Allow", Action: actions, Resource: this.table.arn }, ...this.key.grantDecrypt()];
    }
}
