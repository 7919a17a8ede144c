import type { Resource } from "@pulumi/pulumi";
import type { WorkQueue } from "../ingest/work-queue.ts";
import { alarm, mathAlarm } from "./alarm.ts";
import type { AlertTopic } from "./alert-topic.ts";

/** Periods that the time is cut into, so that a load just after its period raises nothing. */
const PERIODS = 3;
const COUNTED = { namespace: "CompliancePlatform", dimensions: { service: "load" }, statistic: "Sum" } as const;

export interface LoadWatch {
    /** Objects that wait to be loaded. */
    records: WorkQueue;
    /** Minutes with arrivals but without a load that raise the alarm; a multiple of 3. */
    minutes: number;
    topic: AlertTopic;
}

/** Tells when the warehouse refuses a load, and when objects keep arriving and none reaches it, whatever the reason. */
export function watchLoads(parent: Resource, { records, minutes, topic }: LoadWatch): void {
    alarm(parent, "load-failed", {
        ...COUNTED,
        description: "The warehouse refused a load; what is faulty is left out and becomes a dead letter.",
        runbook: "load-failed",
        metric: "loadsFailed",
        threshold: 1,
        periodSeconds: 300,
        topic,
    });
    mathAlarm(parent, "warehouse-stale", {
        description: `For ${minutes} minutes objects arrived to be loaded, and none was: dashboards show what was.`,
        runbook: "warehouse-stale",
        metrics: {
            arrived: {
                namespace: "AWS/SQS",
                metric: "NumberOfMessagesSent",
                dimensions: { QueueName: records.queue.name },
                statistic: "Sum",
            },
            loaded: { ...COUNTED, metric: "objectsLoaded" },
        },
        // A function that never runs counts nothing at all.
        expression: "IF(FILL(arrived, 0) > 0 AND FILL(loaded, 0) < 1, 1, 0)",
        threshold: 1,
        periodSeconds: (minutes * 60) / PERIODS,
        periods: PERIODS,
        topic,
    });
}
