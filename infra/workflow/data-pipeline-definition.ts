import { failureAlert } from "./failure-alert.ts";
import { type Workflow, type WorkflowStep, type WorkflowTrack, workOf } from "./workflow.ts";

/** One value of an object: a text, or the id of another object. */
export type PipelineField = { key: string; stringValue: string } | { key: string; refValue: string };

export interface PipelineObject {
    id: string;
    name: string;
    fields: PipelineField[];
}

export interface DataPipelinePlace {
    /** Topic that is told of failures. */
    topicArn: string;
    /** Role that Data Pipeline takes on to publish there. */
    role: string;
    /** Role of workers that Data Pipeline would start itself; it asks for one although ours poll for their tasks. */
    resourceRole: string;
    /** Group of workers that take on the tasks. */
    workerGroup: string;
}

/**
 * The workflow as objects of AWS Data Pipeline. No activity of its own reaches Lambda, EMR Serverless or SageMaker, so
 * each is a command for our worker: the kind and the name of what it is to run.
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
        resourceRole: text(place.resourceRole),
    });
    const schedule = object("schedule", "schedule", {
        type: text("Schedule"),
        period: text(minutes(workflow.periodMinutes)),
        // A start in the past would run every missed period.
        startAt: text("FIRST_ACTIVATION_DATE_TIME"),
    });
    const steps = workflow.tracks.flatMap((track) =>
        track.steps.flatMap((step, index) => [
            activity(step, track.steps[index - 1], place),
            alarm(workflow, track, step, place),
        ]),
    );
    return [defaults, schedule, ...steps];
}

function activity(step: WorkflowStep, before: WorkflowStep | undefined, { workerGroup }: DataPipelinePlace) {
    return object(activityId(step), step.name, {
        type: text("ShellCommandActivity"),
        command: text(commandOf(step)),
        workerGroup: text(workerGroup),
        schedule: ref("schedule"),
        ...(before && { dependsOn: ref(activityId(before)) }),
        attemptTimeout: text(minutes(step.timeoutMinutes)),
        maximumRetries: text(String(step.retries)),
        retryDelay: text(minutes(step.retryDelayMinutes)),
        onFail: ref(alarmId(step)),
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

// Prefixes keep them apart from each other and from the two objects of the whole, however a step is called.
const activityId = ({ name }: WorkflowStep) => `step-${name}`;
const alarmId = ({ name }: WorkflowStep) => `alarm-${name}`;

const commandOf = ({ runs }: WorkflowStep) => {
    const { kind, name } = workOf(runs);
    return `${kind} ${name}`;
};

const minutes = (count: number) => `${count} Minutes`;

const text = (stringValue: string) => ({ stringValue });
const ref = (refValue: string) => ({ refValue });

type Value = { stringValue: string } | { refValue: string };

function object(id: string, name: string, values: Record<string, Value>): PipelineObject {
    return { id, name, fields: Object.entries(values).map(([key, value]) => ({ key, ...value })) };
}
