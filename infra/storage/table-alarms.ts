import type { Table } from "@pulumi/aws/dynamodb/table.js";
import type { Resource } from "@pulumi/pulumi";
import { type Metric, mathAlarm } from "../alerts/alarm.ts";
import type { AlertTopic } from "../alerts/alert-topic.ts";

interface TableWatch {
    /** What the functions ask of the table, by DynamoDB's names. */
    operations: string[];
    topic: AlertTopic;
}

/** Tells when DynamoDB turns requests to a table away or fails by itself. */
export function watchTable(parent: Resource, name: string, table: Table, { operations, topic }: TableWatch): void {
    const of = (metric: string, more: Record<string, string> = {}): Metric => ({
        namespace: "AWS/DynamoDB",
        metric,
        dimensions: { TableName: table.name, ...more },
        statistic: "Sum",
    });
    const on = { topic, expression: "SUM(METRICS())", threshold: 1, periodSeconds: 300 };
    mathAlarm(parent, `${name}-throttled`, {
        ...on,
        description: `DynamoDB turned requests to the table ${name} away; the functions try again, and work slower.`,
        runbook: "table-throttled",
        metrics: { reads: of("ReadThrottleEvents"), writes: of("WriteThrottleEvents") },
    });
    mathAlarm(parent, `${name}-failing`, {
        ...on,
        description: `DynamoDB failed to answer requests to the table ${name}.`,
        runbook: "table-errors",
        // DynamoDB counts these for each operation only.
        metrics: Object.fromEntries(
            operations.map((Operation, index) => [`operation${index}`, of("SystemErrors", { Operation })]),
        ),
    });
}
