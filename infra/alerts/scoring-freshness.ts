import type { Resource } from "@pulumi/pulumi";
import type { WorkQueue } from "../ingest/work-queue.ts";
import { mathAlarm } from "./alarm.ts";
import type { AlertTopic } from "./alert-topic.ts";

/** Periods that the time is cut into, so that a message scored just after its period raises nothing. */
const PERIODS = 3;

export interface ScoringFreshness {
    /** Transactions that wait for their verdict. */
    screened: WorkQueue;
    /** Minutes with arrivals but without a verdict that raise the alarm; a multiple of 3. */
    minutes: number;
    topic: AlertTopic;
}

/** Tells when transactions keep arriving and none is scored, whatever the reason. */
export function watchScoring(parent: Resource, { screened, minutes, topic }: ScoringFreshness): void {
    mathAlarm(parent, "scoring-stale", {
        description: `For ${minutes} minutes transactions arrived to be scored, and not one was: fraud goes unseen.`,
        runbook: "scoring-stale",
        metrics: {
            arrived: {
                namespace: "AWS/SQS",
                metric: "NumberOfMessagesSent",
                dimensions: { QueueName: screened.queue.name },
                statistic: "Sum",
            },
            // Counted by the function itself, after the record and the alert are out.
            scored: {
                namespace: "CompliancePlatform",
                metric: "scored",
                dimensions: { service: "score" },
                statistic: "Sum",
            },
        },
        // A function that never runs counts nothing at all.
        expression: "IF(FILL(arrived, 0) > 0 AND FILL(scored, 0) < 1, 1, 0)",
        threshold: 1,
        periodSeconds: (minutes * 60) / PERIODS,
        periods: PERIODS,
        topic,
    });
}
