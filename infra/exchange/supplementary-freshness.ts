import type { Resource } from "@pulumi/pulumi";
import { alarm } from "../alerts/alarm.ts";
import type { AlertTopic } from "../alerts/alert-topic.ts";
import { SUPPLEMENTARY_SETS } from "./supplementary-sets.ts";

/** Tells of each set that was not brought whole for so many hours. Silence counts: a run that never began tells nobody. */
export function watchSupplementary(parent: Resource, hours: number, topic: AlertTopic): void {
    for (const set of SUPPLEMENTARY_SETS) {
        alarm(parent, `${set}-stale`, {
            description: `For ${hours} hours Azure did not bring the whole set ${set}: verdicts rest on an older one.`,
            runbook: "supplementary-stale",
            namespace: "CompliancePlatform",
            metric: "completed",
            dimensions: { service: "receive", set },
            statistic: "Sum",
            threshold: 1,
            unlessReached: true,
            periodSeconds: 3600,
            periods: hours,
            topic,
        });
    }
}
