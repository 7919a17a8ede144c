import type { ScheduleGroup } from "@pulumi/aws/scheduler/scheduleGroup.js";
import type { StateMachine } from "@pulumi/aws/sfn/stateMachine.js";
import type { Resource } from "@pulumi/pulumi";
import { alarm } from "../alerts/alarm.ts";
import type { AlertTopic } from "../alerts/alert-topic.ts";

/** Tells of runs that failed, lasted too long, or never began. */
export function watchRuns(
    parent: Resource,
    name: string,
    machine: StateMachine,
    group: ScheduleGroup,
    topic: AlertTopic,
): void {
    const on = { topic, statistic: "Sum", threshold: 1, periodSeconds: 300 } as const;
    const ofRuns = { ...on, namespace: "AWS/States", dimensions: { StateMachineArn: machine.arn } };
    alarm(parent, `${name}-failed`, {
        ...ofRuns,
        description: `A run of the workflow ${name} failed; an alert names the step that did.`,
        runbook: "workflow-failed",
        metric: "ExecutionsFailed",
    });
    alarm(parent, `${name}-timed-out`, {
        ...ofRuns,
        description: `A run of the workflow ${name} was ended, because it was not done when the next one began.`,
        runbook: "workflow-late",
        metric: "ExecutionsTimedOut",
    });
    alarm(parent, `${name}-not-started`, {
        ...on,
        namespace: "AWS/Scheduler",
        dimensions: { ScheduleGroup: group.name },
        description: `A run of the workflow ${name} was due and could not be started; what it does waits for the next.`,
        runbook: "workflow-missing",
        metric: "InvocationDroppedCount",
    });
}
