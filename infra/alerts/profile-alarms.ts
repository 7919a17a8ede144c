import type { Resource } from "@pulumi/pulumi";
import { alarm } from "./alarm.ts";
import type { AlertTopic } from "./alert-topic.ts";

interface ProfileWatch {
    /** Days after which the newest profiles count as stale. */
    staleDays: number;
    topic: AlertTopic;
}

/** Tells when what `score` knows of the usual is old, or cannot be read. It counts both by itself. */
export function watchProfiles(parent: Resource, { staleDays, topic }: ProfileWatch): void {
    const on = { namespace: "CompliancePlatform", dimensions: { service: "score" }, topic } as const;
    alarm(parent, "profiles-stale", {
        ...on,
        description: `What accounts usually do was last found out ${staleDays} days ago or earlier.`,
        runbook: "profiles-stale",
        metric: "profileAgeHours",
        statistic: "Maximum",
        threshold: staleDays * 24,
        periodSeconds: 3600,
    });
    alarm(parent, "profiles-unreadable", {
        ...on,
        description: "For a quarter of an hour profiles could not be read: transactions are scored without them.",
        runbook: "profiles-unreadable",
        metric: "profilesUnreadable",
        statistic: "Sum",
        threshold: 1,
        periodSeconds: 300,
        periods: 3,
    });
}
