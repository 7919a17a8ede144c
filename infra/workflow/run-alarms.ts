import type { ScheduleGroup } from "@pulumi/aws/scheduler/scheduleGroup.js";
import type { StateMachine } from "@pulumi/aws/sfn/stateMachine.js";
import type { Resource } from "@pulumi/pulumi";
import { alarm } from "../alerts/alarm.ts";
import type { AlertTopic } from "../alerts/alert-topic.ts";
import type { Workflow } from "./workflow.ts";

const HOUR = 60;

interface Watched {
    /** Of the orchestrator, which its alarms and messages carry. */
    name: string;
    workflow: Workflow;
    machine: StateMachine;
    /** Group of the one schedule that starts it. */
    group: ScheduleGroup;
    topic: AlertTopic;
}

/** Tells of runs that failed, lasted too long or never began, and when none succeeds any more. */
export function watchRuns(parent: Resource, { name, workflow, machine, group, topic }: Watched): void {
    const { periodMinutes } = workflow;
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
    // CloudWatch looks back over whole hours, and over a week at most.
    const byTheClock = { ...ofRuns, unlessReached: true, periodSeconds: HOUR * 60 };
    const hours = (minutes: number) => Math.ceil(minutes / HOUR) + 1;
    alarm(parent, `${name}-missing`, {
        ...byTheClock,
        periods: hours(periodMinutes),
        description: `No run of the workflow ${name} began for more than its period: its schedule stands still.`,
        runbook: "workflow-missing",
        metric: "ExecutionsStarted",
    });
    alarm(parent, `${name}-stale`, {
        ...byTheClock,
        periods: hours(2 * periodMinutes),
        description: `No run of the workflow ${name} succeeded within two periods, whatever the reason.`,
        runbook: "workflow-stale",
        metric: "ExecutionsSucceeded",
    });
}
