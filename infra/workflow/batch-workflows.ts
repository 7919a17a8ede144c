import type { RunnableNames } from "./runnables.ts";
import type { Workflow, WorkflowStep } from "./workflow.ts";

export interface Rhythm {
    /** Minutes from one collection of files to the next. */
    periodMinutes: number;
    /** Minutes from one look at the whole history to the next. */
    insightPeriodMinutes: number;
}

const COLLECT: WorkflowStep = {
    name: "collect",
    runs: { function: "collect" },
    description: "Fetches new files from each configured source into landing",
    timeoutMinutes: 15,
    retries: 2,
    retryDelayMinutes: 5,
};

const TRENDS: WorkflowStep = {
    name: "trends",
    runs: { sparkJob: "trends" },
    description: "Finds what is usual for each account over its whole history, for scoring and training",
    timeoutMinutes: 120,
    retries: 1,
    retryDelayMinutes: 10,
};

const TRAIN: WorkflowStep = {
    name: "train",
    runs: { training: "fraud" },
    description: "Trains a candidate of the fraud model on the records and the trends",
    timeoutMinutes: 240,
    retries: 1,
    retryDelayMinutes: 10,
};

/**
 * What the platform does by itself, besides waiting for files and messages. Files come often and history is looked at
 * seldom, so each has a workflow of its own: neither's failure, length or period touches the other. The steps `trends`
 * and `train` are there once the platform offers the Spark job `trends` and the training `fraud`.
 */
export function batchWorkflows({ periodMinutes, insightPeriodMinutes }: Rhythm, offered: RunnableNames): Workflow[] {
    const insight = [
        ...(offered.sparkJob.includes("trends") ? [TRENDS] : []),
        ...(offered.training.includes("fraud") ? [TRAIN] : []),
    ];
    const named = (name: string, period: number, steps: WorkflowStep[]): Workflow[] =>
        steps.length === 0 ? [] : [{ name, periodMinutes: period, tracks: [{ name, steps }] }];
    return [...named("intake", periodMinutes, [COLLECT]), ...named("insight", insightPeriodMinutes, insight)];
}
