import { type Input, type Output, output } from "@pulumi/pulumi";
import type { PlatformFunction } from "../compute/platform-function.ts";
import type { Grant } from "../security/grant.ts";
import { type Workflow, type WorkKind, workOf } from "./workflow.ts";

/** A job of an EMR Serverless application, as `StartJobRun` needs it. */
export interface SparkJob {
    applicationId: string;
    /** Role that the job takes on. */
    jobRoleArn: string;
    /** Its script, `s3://…`. */
    entryPoint: string;
    arguments: string[];
    /** What goes to `spark-submit`, such as `--conf spark.executor.cores=2`; empty for nothing. */
    sparkSubmitParameters: string;
    /** CloudWatch log group of the job, and the key that encrypts it. */
    log: { group: string; keyArn: string };
}

/** The request of `CreateTrainingJob` but for `TrainingJobName`, which each attempt makes up. */
export type TrainingJob = Record<string, unknown>;

/** A job with what whoever starts it must be allowed: to start, watch and stop it, and to pass its role. */
export interface Offered<Job> {
    job: Input<Job>;
    grants: Grant[];
}

/** What there is to run, in plain values. */
export interface Works {
    /** ARN of the function of each verb. */
    functionArns: Record<string, string>;
    sparkJobs: Record<string, SparkJob>;
    trainings: Record<string, TrainingJob>;
}

/** What the steps of a workflow may run, by name. */
export interface Runnables {
    functions: Record<string, PlatformFunction>;
    sparkJobs?: Record<string, Offered<SparkJob>>;
    trainings?: Record<string, Offered<TrainingJob>>;
}

/** Names of what there is to run, of each kind. */
export type RunnableNames = Record<WorkKind, readonly string[]>;

export function namesOf({ functions, sparkJobs = {}, trainings = {} }: Runnables): RunnableNames {
    return { function: Object.keys(functions), sparkJob: Object.keys(sparkJobs), training: Object.keys(trainings) };
}

/** Names of what the steps of a workflow run, of each kind. */
export function namesUsed(workflow: Workflow): RunnableNames {
    const works = workflow.tracks.flatMap(({ steps }) => steps.map(({ runs }) => workOf(runs)));
    const of = (wanted: WorkKind) => [...new Set(works.filter(({ kind }) => kind === wanted).map(({ name }) => name))];
    return { function: of("function"), sparkJob: of("sparkJob"), training: of("training") };
}

/** What whoever runs this workflow must be allowed. */
export function grantsToRun(workflow: Workflow, { functions, sparkJobs = {}, trainings = {} }: Runnables): Grant[] {
    const used = namesUsed(workflow);
    return [
        ...used.function.flatMap((name) => functions[name]?.grantInvoke() ?? []),
        ...used.sparkJob.flatMap((name) => sparkJobs[name]?.grants ?? []),
        ...used.training.flatMap((name) => trainings[name]?.grants ?? []),
    ];
}

/** The same without grants, once every value in it is known. */
export function knownWorks({ functions, sparkJobs = {}, trainings = {} }: Runnables): Output<Works> {
    return output({
        functionArns: mapped(functions, ({ arn }) => arn),
        sparkJobs: mapped(sparkJobs, ({ job }) => job),
        trainings: mapped(trainings, ({ job }) => job),
    }) as Output<Works>;
}

function mapped<From, To>(ones: Record<string, From>, change: (one: From) => To): Record<string, To> {
    return Object.fromEntries(Object.entries(ones).map(([name, one]) => [name, change(one)]));
}
