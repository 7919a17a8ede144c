import { Command, kindOf } from "../../../../functions/work/command.ts";
import type { PipelineObject } from "../../../../infra/workflow/data-pipeline-definition.ts";
import type { Works } from "../../../../infra/workflow/runnables.ts";
import type { State, StateMachine } from "../../../../infra/workflow/state-machine-definition.ts";
import { type Workflow, workOf } from "../../../../infra/workflow/workflow.ts";

/** What somebody who only sees the compiled workflow can tell of one step. */
export interface Reading {
    name: string;
    /** Kind and name. */
    runs: string;
    /** The step that must have succeeded before, if any. */
    after: string | undefined;
    timeoutMinutes: number;
    retries: number;
    retryDelayMinutes: number;
    /** The step whose answer decides whether this one runs, if any. */
    onlyIf: string | undefined;
    alert: { topic: string; subject: string; message: string };
}

/** What the worker would do: it reads the command, so it must know it. */
export function readDataPipeline(objects: readonly PipelineObject[], works: Works): Reading[] {
    const byId = new Map(objects.map((object) => [object.id, object]));
    const reference = (object: PipelineObject | undefined, key: string) => byId.get(field(object, key) ?? "");
    return objects
        .filter((object) => field(object, "type") === "ShellCommandActivity")
        .map((activity) => {
            const alarm = reference(activity, "onFail");
            const command = Command.parse(JSON.parse(field(activity, "command") ?? ""));
            return {
                name: activity.name,
                runs: whatCommandRuns(command, works),
                onlyIf: command.onlyIf,
                after: reference(activity, "dependsOn")?.name,
                timeoutMinutes: minutes(field(activity, "attemptTimeout")),
                retries: Number(field(activity, "maximumRetries")),
                retryDelayMinutes: minutes(field(activity, "retryDelay")),
                alert: {
                    topic: field(alarm, "topicArn") ?? "",
                    subject: field(alarm, "subject") ?? "",
                    message: field(alarm, "message") ?? "",
                },
            };
        });
}

export function field(object: PipelineObject | undefined, key: string): string | undefined {
    const found = object?.fields.find((one) => one.key === key);
    if (found === undefined) return undefined;
    return "refValue" in found ? found.refValue : found.stringValue;
}

function minutes(text = ""): number {
    return Number(/^(\d+) Minutes$/.exec(text)?.[1]);
}

/** Follows the states of each branch, as Step Functions would if all went well. */
export function readStateMachine(machine: StateMachine, works: Works): Reading[] {
    const { Branches = [] } = (machine.States[machine.StartAt] ?? {}) as { Branches?: StateMachine[] };
    return Branches.flatMap((branch) => readBranch(branch, works));
}

interface Task extends State {
    Resource: string;
    Parameters: Record<string, unknown>;
    TimeoutSeconds: number;
    Retry: { ErrorEquals: string[]; IntervalSeconds: number; MaxAttempts: number; BackoffRate: number }[];
    Catch: { ErrorEquals: string[]; Next: string }[];
}

function readBranch({ StartAt, States }: StateMachine, works: Works): Reading[] {
    const readings: Reading[] = [];
    let onlyIf: string | undefined;
    for (let at: string | undefined = StartAt; at !== undefined; at = States[at]?.Next) {
        if (States[at]?.Type === "Choice") {
            const { Choices = [], Default } = States[at] as {
                Choices?: { Variable: string; Next: string }[];
                Default?: string;
            };
            const [choice] = Choices;
            onlyIf = readings.find(({ name }) => choice?.Variable === `${States[name]?.ResultPath}.wanted`)?.name;
            at = choice?.Next ?? "";
            // Whoever is left out is passed by.
            if (Default !== States[at]?.Next) throw new Error(`${at} is left out for ${Default}`);
        }
        if (States[at]?.Type !== "Task") break;
        const { TimeoutSeconds, Retry, Catch } = States[at] as Task;
        const [retry] = Retry;
        const alert = States[Catch[0]?.Next ?? ""]?.Parameters as Record<string, string> | undefined;
        readings.push({
            name: at,
            runs: whatRuns(States[at] as Task, works),
            after: readings.at(-1)?.name,
            onlyIf,
            timeoutMinutes: TimeoutSeconds / 60,
            retries: retry?.MaxAttempts ?? Number.NaN,
            retryDelayMinutes: retry?.BackoffRate === 1 ? retry.IntervalSeconds / 60 : Number.NaN,
            alert: { topic: alert?.TopicArn ?? "", subject: alert?.Subject ?? "", message: alert?.Message ?? "" },
        });
        onlyIf = undefined;
    }
    return readings;
}

function whatCommandRuns(command: Command, { functionArns, sparkJobs, trainings }: Works): string {
    const named = <One>(ones: Record<string, One>, is: (one: One) => boolean) =>
        Object.keys(ones).find((name) => is(ones[name] as One)) ?? "";
    const kind = kindOf(command);
    if ("function" in command) return `${kind} ${named(functionArns, (arn) => arn === command.function)}`;
    if ("training" in command)
        return `${kind} ${named(trainings, ({ RoleArn }) => RoleArn === command.training.RoleArn)}`;
    const { applicationId } = command.sparkJob;
    return `${kind} ${named(sparkJobs, (job) => job.applicationId === applicationId)}`;
}

/** By the service that is called, and what it is called with. */
function whatRuns({ Resource, Parameters }: Task, { functionArns, sparkJobs, trainings }: Works): string {
    const named = <One>(ones: Record<string, One>, is: (one: One) => boolean) =>
        Object.keys(ones).find((name) => is(ones[name] as One)) ?? "";
    switch (Resource) {
        case "arn:aws:states:::lambda:invoke":
            return `function ${named(functionArns, (arn) => arn === Parameters.FunctionName)}`;
        case "arn:aws:states:::emr-serverless:startJobRun.sync":
            return `sparkJob ${named(sparkJobs, ({ applicationId }) => applicationId === Parameters.ApplicationId)}`;
        case "arn:aws:states:::sagemaker:createTrainingJob.sync":
            return `training ${named(trainings, ({ RoleArn }) => RoleArn === Parameters.RoleArn)}`;
        default:
            return Resource;
    }
}

/** The same of the workflow itself, but for the words of the alert. */
export function readWorkflow({ tracks }: Workflow): Omit<Reading, "alert">[] {
    return tracks.flatMap(({ steps }) =>
        steps.map(({ description: _, runs, ...step }, index) => {
            const { kind, name } = workOf(runs);
            const { onlyIf } = step;
            return { ...step, onlyIf, runs: `${kind} ${name}`, after: steps[index - 1]?.name };
        }),
    );
}
