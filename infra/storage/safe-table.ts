import { Table, type TableArgs } from "@pulumi/aws/dynamodb/table.js";
import type { Resource } from "@pulumi/pulumi";
import type { AlertTopic } from "../alerts/alert-topic.ts";
import type { PlatformKey } from "../security/platform-key.ts";
import { watchTable } from "./table-alarms.ts";

/** What every table of the platform is told by whoever makes it. */
export interface SafeTableArgs {
    /** Customer-managed key that encrypts the table at rest. */
    key: PlatformKey;
    /** Who is told when DynamoDB turns requests away or fails. */
    alarmTopic: AlertTopic;
    /** Whether `pulumi destroy` may delete the table with all rows in it. Default: false. */
    deletable?: boolean;
}

/** What a table holds; all that it is found by is text. */
interface Holding extends Pick<TableArgs, "globalSecondaryIndexes"> {
    hashKey: string;
    rangeKey?: string;
    /** Other attributes that an index is found by. */
    indexed?: string[];
    /** How long a row is kept, for the tag: in days, by an `expiresAt` of its own, or as long as the environment. */
    retention: `${number}-days` | "life-of-environment";
    /** What the functions ask of it, by DynamoDB's names. */
    operations: string[];
}

/** A table that is encrypted, can be restored to any second of 35 days, is not deleted by mistake, and is watched. */
export function safeTable(parent: Resource, name: string, args: SafeTableArgs, holding: Holding): Table {
    const { key, alarmTopic, deletable = false } = args;
    const { hashKey, rangeKey, indexed = [], globalSecondaryIndexes, retention, operations } = holding;
    const table = new Table(
        name,
        {
            billingMode: "PAY_PER_REQUEST",
            hashKey,
            ...(rangeKey !== undefined && { rangeKey }),
            attributes: [hashKey, ...(rangeKey === undefined ? [] : [rangeKey]), ...indexed].map((attribute) => ({
                name: attribute,
                type: "S",
            })),
            ...(globalSecondaryIndexes !== undefined && { globalSecondaryIndexes }),
            ...(retention !== "life-of-environment" && { ttl: { enabled: true, attributeName: "expiresAt" } }),
            serverSideEncryption: { enabled: true, kmsKeyArn: key.arn },
            pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 35 },
            deletionProtectionEnabled: !deletable,
            tags: { retention },
        },
        { parent, protect: !deletable },
    );
    watchTable(parent, name, table, { operations, topic: alarmTopic });
    return table;
}
