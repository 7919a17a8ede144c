import { failureAlert } from "./failure-alert.ts";
import type { Works } from "./runnables.ts";
import { callOf } from "./state-tasks.ts";
import type { Workflow, WorkflowStep, WorkflowTrack } from "./workflow.ts";

/** A state machine in Amazon States Language. */
export interface StateMachine {
    Comment?: string;
    StartAt: string;
    TimeoutSeconds?: number;
    States: Record<string, State>;
}

export type State = { Type: string; Next?: string; End?: true } & Record<string, unknown>;

export interface StepFunctionsPlace extends Works {
    /** Topic that is told of failures. */
    topicArn: string;
}

/**
 * The workflow in Amazon States Language: one branch for each track. A step that failed for good is told of and ends its
 * branch with its name, so that the other branches go on; in the end the whole run fails if any branch did.
 */
export function stateMachineDefinition(workflow: Workflow, place: StepFunctionsPlace): StateMachine {
    const branches = workflow.tracks.map((track) => branch(workflow, track, place));
    const failedIn = (index: number) => ({ Variable: `$[${index}].failed`, IsPresent: true, Next: "Run failed" });
    return {
        Comment: `The workflow ${workflow.name}`,
        StartAt: "Tracks",
        // No run meets the next one.
        TimeoutSeconds: workflow.periodMinutes * 60,
        States: {
            Tracks: { Type: "Parallel", Branches: branches, Next: "All well?" },
            "All well?": { Type: "Choice", Choices: branches.map((_, index) => failedIn(index)), Default: "Run done" },
            "Run done": { Type: "Succeed" },
            "Run failed": { Type: "Fail", Error: "StepFailed", Cause: "A step failed for good; the alert names it." },
        },
    };
}

function branch(workflow: Workflow, track: WorkflowTrack, place: StepFunctionsPlace): StateMachine {
    const states = track.steps.flatMap((step, index): [string, State][] => [
        ...gate(step, entryOf(track, index + 1)),
        [step.name, task(workflow, track, step, entryOf(track, index + 1), place)],
        [alerting(step), alert(workflow, track, step, place)],
        [failed(step), { Type: "Pass", Result: { failed: step.name }, End: true }],
    ]);
    const end: [string, State] = [done(track), { Type: "Pass", Result: { done: track.name }, End: true }];
    return { StartAt: entryOf(track, 0), States: Object.fromEntries([...states, end]) };
}

/** Where a track goes on with its step of this index. */
function entryOf(track: WorkflowTrack, index: number): string {
    const step = track.steps[index];
    if (step === undefined) return done(track);
    return step.onlyIf === undefined ? step.name : asking(step);
}

/** Leaves a step out that an earlier one did not want. */
function gate(step: WorkflowStep, otherwise: string): [string, State][] {
    if (step.onlyIf === undefined) return [];
    const wanted = { Variable: `$.${saidBy(step.onlyIf)}.wanted`, BooleanEquals: true, Next: step.name };
    return [[asking(step), { Type: "Choice", Choices: [wanted], Default: otherwise }]];
}

function task(
    workflow: Workflow,
    track: WorkflowTrack,
    step: WorkflowStep,
    next: string,
    place: StepFunctionsPlace,
): State {
    const asked = track.steps.some(({ onlyIf }) => onlyIf === step.name);
    return {
        Type: "Task",
        Comment: step.description,
        ...callOf(workflow, step, place),
        // Other answers are for the log only.
        ...(asked
            ? { ResultSelector: { "wanted.$": "$.Payload.wanted" }, ResultPath: `$.${saidBy(step.name)}` }
            : { ResultPath: null }),
        TimeoutSeconds: step.timeoutMinutes * 60,
        // Always as long a wait, as Data Pipeline does.
        Retry: [
            {
                ErrorEquals: ["States.ALL"],
                IntervalSeconds: step.retryDelayMinutes * 60,
                MaxAttempts: step.retries,
                BackoffRate: 1,
            },
        ],
        Catch: [{ ErrorEquals: ["States.ALL"], ResultPath: null, Next: alerting(step) }],
        Next: next,
    };
}

function alert(workflow: Workflow, track: WorkflowTrack, step: WorkflowStep, { topicArn }: StepFunctionsPlace): State {
    const { subject, message } = failureAlert(workflow, track, step);
    return {
        Type: "Task",
        Resource: "arn:aws:states:::sns:publish",
        Parameters: { TopicArn: topicArn, Subject: subject, Message: message },
        ResultPath: null,
        TimeoutSeconds: 60,
        Retry: [{ ErrorEquals: ["States.ALL"], IntervalSeconds: 10, MaxAttempts: 5, BackoffRate: 2 }],
        // Even untold, the failure ends the run as failed, which raises an alarm of its own.
        Catch: [{ ErrorEquals: ["States.ALL"], ResultPath: null, Next: failed(step) }],
        Next: failed(step),
    };
}

// Blanks keep them apart from the names of steps, which have none.
const alerting = ({ name }: WorkflowStep) => `${name}: tell`;
const failed = ({ name }: WorkflowStep) => `${name}: failed`;
const asking = ({ name }: WorkflowStep) => `${name}: wanted?`;
const done = ({ name }: WorkflowTrack) => `${name}: done`;
// A dash would be a minus in a path.
const saidBy = (name: string) => `said_${name.replaceAll("-", "_")}`;
