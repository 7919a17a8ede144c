import { failureAlert } from "./failure-alert.ts";
import type { Works } from "./runnables.ts";
import { workCommand } from "./work-command.ts";
import type { Workflow, WorkflowStep, WorkflowTrack } from "./workflow.ts";

/** One value of an object: a text, or the id of another object. */
export type PipelineField = { key: string; stringValue: string } | { key: string; refValue: string };

export interface PipelineObject {
    id: string;
    name: string;
    fields: PipelineField[];
}

export interface DataPipelinePlace extends Works {
    /** Topic that is told of failures. */
    topicArn: string;
    /** Name of the role that Data Pipeline takes on to publish there; it starts no machine, so there is no other. */
    role: string;
    /** Group of workers that take on the tasks. */
    workerGroup: string;
}

/**
 * The workflow as objects of AWS Data Pipeline. No activity of its own reaches Lambda, EMR Serverless or SageMaker, so
 * each is a command for our worker: what it is to start.
 */
export function dataPipelineDefinition(workflow: Workflow, place: DataPipelinePlace): PipelineObject[] {
    const defaults = object("Default", "Default", {
        scheduleType: text("cron"),
        schedule: ref("schedule"),
        // A failed step fails those that depend on it, and nothing else.
        failureAndRerunMode: text("CASCADE"),
        // The validator sees to it that a run ends before the next begins; this is for a worker that stood still.
        maxActiveInstances: text("1"),
        role: text(place.role),
    });
    const schedule = object("schedule", "schedule", {
        type: text("Schedule"),
        period: text(minutes(workflow.periodMinutes)),
        // A start in the past would run every missed period.
        startAt: text("FIRST_ACTIVATION_DATE_TIME"),
    });
    const steps = workflow.tracks.flatMap((track) =>
        track.steps.flatMap((step, index) => [
            activity(workflow, step, track.steps[index - 1], place),
            alarm(workflow, track, step, place),
        ]),
    );
    return [defaults, schedule, late(workflow, place), ...steps];
}

/** One alarm serves every step: the service puts the step's name in. */
function late(workflow: Workflow, place: DataPipelinePlace) {
    const subject = `Workflow ${workflow.name}: a step is late`;
    return object("late", subject, {
        type: text("SnsAlarm"),
        topicArn: text(place.topicArn),
        role: text(place.role),
        subject: text(subject),
        message: text(`#{node.name} was not done after ${workflow.periodMinutes} minutes, when the next run was due.`),
    });
}

function activity(workflow: Workflow, step: WorkflowStep, before: WorkflowStep | undefined, place: DataPipelinePlace) {
    return object(activityId(step), step.name, {
        type: text("ShellCommandActivity"),
        command: text(workCommand(workflow, step, place)),
        workerGroup: text(place.workerGroup),
        schedule: ref("schedule"),
        ...(before && { dependsOn: ref(activityId(before)) }),
        attemptTimeout: text(minutes(step.timeoutMinutes)),
        maximumRetries: text(String(step.retries)),
        retryDelay: text(minutes(step.retryDelayMinutes)),
        onFail: ref(alarmId(step)),
        lateAfterTimeout: text(minutes(workflow.periodMinutes)),
        onLateAction: ref("late"),
    });
}

function alarm(workflow: Workflow, track: WorkflowTrack, step: WorkflowStep, place: DataPipelinePlace) {
    const { subject, message } = failureAlert(workflow, track, step);
    return object(alarmId(step), subject, {
        type: text("SnsAlarm"),
        topicArn: text(place.topicArn),
        role: text(place.role),
        subject: text(subject),
        message: text(message),
    });
}

// Prefixes keep them apart from each other and from the objects of the whole, however a step is called.
const activityId = ({ name }: WorkflowStep) => `step-${name}`;
const alarmId = ({ name }: WorkflowStep) => `alarm-${name}`;

const minutes = (count: number) => `${count} Minutes`;

const text = (stringValue: string) => ({ stringValue });
const ref = (refValue: string) => ({ refValue });

type Value = { stringValue: string } | { refValue: string };

function object(id: string, name: string, values: Record<string, Value>): PipelineObject {
    return { id, name, fields: Object.entries(values).map(([key, value]) => ({ key, ...value })) };
}
