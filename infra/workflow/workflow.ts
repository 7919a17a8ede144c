/**
 * What a step runs: a function of the platform by its verb, a Spark job on EMR Serverless or a training job on SageMaker,
 * each by the name under which its area offers it (`runnables.ts`).
 */
export type StepRuns = { function: string } | { sparkJob: string } | { training: string };

export type WorkKind = "function" | "sparkJob" | "training";

/** One step. */
export interface WorkflowStep {
    /** Unique in the workflow: lower-case words joined by dashes, at most 40 characters. */
    name: string;
    runs: StepRuns;
    /** What it does, for the person whom its failure wakes up; 10 to 200 characters. */
    description: string;
    /** Longest attempt, in minutes; 1 to 15 for a function, since no run of Lambda is longer, to 720 for the others. */
    timeoutMinutes: number;
    /** Further attempts after a failed one; 0 to 5. */
    retries: number;
    /** Wait before each further attempt, in minutes; 2 to 60. */
    retryDelayMinutes: number;
    /**
     * An earlier step of the track, which runs a function: this one runs only when that answered with `wanted: true`.
     * Left out of a run, it counts as done, and those after it run.
     */
    onlyIf?: string;
}

/** Steps that run one after the other. One that fails for good is told of, and those after it do not run. */
export interface WorkflowTrack {
    /** Unique in the workflow: lower-case words joined by dashes, at most 40 characters. */
    name: string;
    steps: WorkflowStep[];
}

/** A part of the batch side as plain data, which any orchestrator can carry out. */
export interface Workflow {
    /** Lower-case words joined by dashes, at most 40 characters. */
    name: string;
    /** Minutes from the start of one run to the start of the next; 15 to 4320, three days. No run may take longer. */
    periodMinutes: number;
    /** They run side by side; what fails in one stops none of the others. */
    tracks: WorkflowTrack[];
}

/** Kind and name of what a step runs. */
export function workOf(runs: StepRuns): { kind: WorkKind; name: string } {
    if ("function" in runs) return { kind: "function", name: runs.function };
    if ("sparkJob" in runs) return { kind: "sparkJob", name: runs.sparkJob };
    return { kind: "training", name: runs.training };
}
