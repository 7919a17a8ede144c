import type { ScheduleGroup } from "@pulumi/aws/scheduler/scheduleGroup.js";
import type { Output, Resource } from "@pulumi/pulumi";
import { alarm } from "../alerts/alarm.ts";
import type { AlertTopic } from "../alerts/alert-topic.ts";

/** Tells when the worker stands still, when its steps keep failing, and when tasks are taken from it. */
export function watchWorker(
    parent: Resource,
    name: string,
    functionName: Output<string>,
    group: ScheduleGroup,
    topic: AlertTopic,
): void {
    const on = { topic, statistic: "Sum", threshold: 1, periodSeconds: 300 } as const;
    alarm(parent, `${name}-silent`, {
        ...on,
        unlessReached: true,
        periods: 2,
        namespace: "AWS/Lambda",
        dimensions: { FunctionName: functionName },
        description: `For 10 minutes ${name} did not run: no step of any workflow is started, or told to have ended.`,
        runbook: "worker-silent",
        metric: "Invocations",
    });
    alarm(parent, `${name}-not-started`, {
        ...on,
        namespace: "AWS/Scheduler",
        dimensions: { ScheduleGroup: group.name },
        description: `A run of ${name} was due and could not be started.`,
        runbook: "worker-silent",
        metric: "InvocationDroppedCount",
    });
    // Counted by the function itself.
    const counted = { ...on, namespace: "CompliancePlatform", dimensions: { service: "work" } };
    alarm(parent, `${name}-attempts-failed`, {
        ...counted,
        periodSeconds: 3600,
        // One that fails is attempted again, and told of when that was the last.
        threshold: 3,
        description: "Three attempts of steps failed within an hour.",
        runbook: "worker-attempts-failed",
        metric: "failed",
    });
    alarm(parent, `${name}-tasks-lost`, {
        ...counted,
        description: `Data Pipeline took a task away from ${name}, which had not reported in time, or whose pipeline is gone.`,
        runbook: "worker-attempts-failed",
        metric: "lost",
    });
}
