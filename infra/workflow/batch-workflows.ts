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

const REQUEST: WorkflowStep = {
    name: "request",
    runs: { function: "request" },
    description: "Asks Azure for customer risk ratings and the sanctions list, and waits until they are here",
    timeoutMinutes: 15,
    retries: 2,
    retryDelayMinutes: 10,
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
    runs: { function: "train" },
    description: "Decides whether there is something to learn, and prepares it from records and decisions",
    timeoutMinutes: 15,
    retries: 1,
    retryDelayMinutes: 10,
};

const FIT: WorkflowStep = {
    name: "fit",
    runs: { training: "fraud" },
    description: "Trains a candidate of the fraud model on what was prepared",
    timeoutMinutes: 240,
    retries: 1,
    retryDelayMinutes: 10,
    onlyIf: "train",
};

const JUDGE: WorkflowStep = {
    name: "judge",
    runs: { function: "judge" },
    description: "Holds the newest candidate against the model that serves, and proposes it if it is better",
    timeoutMinutes: 15,
    retries: 1,
    retryDelayMinutes: 10,
};

const PROMOTE: WorkflowStep = {
    name: "promote",
    runs: { function: "promote" },
    description: "Puts the newest approved version of the fraud model behind its endpoint, and sees it through",
    timeoutMinutes: 15,
    retries: 1,
    retryDelayMinutes: 10,
};

const REPORT: WorkflowStep = {
    name: "report",
    runs: { function: "report" },
    description: "Asks the regulatory questions of yesterday and files the answers",
    timeoutMinutes: 15,
    retries: 2,
    retryDelayMinutes: 30,
};

const RECONCILE: WorkflowStep = {
    name: "reconcile",
    runs: { function: "reconcile" },
    description: "Compares the ledger with the warehouse, and tells of each transaction that is missing",
    timeoutMinutes: 15,
    retries: 1,
    retryDelayMinutes: 10,
};

const PUBLISH: WorkflowStep = {
    name: "publish",
    runs: { function: "publish" },
    description: "Copies the dashboard's figures again where QuickSight's own schedule failed to",
    timeoutMinutes: 15,
    retries: 1,
    retryDelayMinutes: 10,
};

/** A report is about one day, so none may be left out. */
const DAY_MINUTES = 1440;
/** What is missing, or what people have approved, must not wait for the next day. */
const HOUR_MINUTES = 60;

/**
 * What the platform does by itself, besides waiting for files and messages. Files come often and history is looked at
 * seldom, so each has a workflow of its own: neither's failure, length or period touches the other. A step is there once
 * the platform offers what it runs; nothing is trained where nothing prepares for it. What Azure adds has a track of its
 * own: when Azure is away, looking at the history goes on, with the sets that came last. The books are about days,
 * whatever the period of the rest. A version is approved on any day, whether or not anything was trained, so it has a track
 * among what is looked after each hour.
 */
export function batchWorkflows({ periodMinutes, insightPeriodMinutes }: Rhythm, offered: RunnableNames): Workflow[] {
    const insight = [
        ...(offered.sparkJob.includes("trends") ? [TRENDS] : []),
        ...(offered.function.includes("train") ? [TRAIN, ...(offered.training.includes("fraud") ? [FIT] : [])] : []),
        ...(offered.function.includes("judge") ? [JUDGE] : []),
    ];
    const supplementary = offered.function.includes("request") ? [REQUEST] : [];
    const books = offered.function.includes("report") ? [REPORT] : [];
    const figures = offered.function.includes("publish") ? [PUBLISH] : [];
    const approval = offered.function.includes("promote") ? [PROMOTE] : [];
    const balance = offered.function.includes("reconcile") ? [RECONCILE] : [];
    return [
        ...named("intake", periodMinutes, { intake: [COLLECT] }),
        ...named("insight", insightPeriodMinutes, { insight, supplementary }),
        ...named("books", DAY_MINUTES, { books }),
        ...named("balance", HOUR_MINUTES, { balance, figures, approval }),
    ];
}

/** The workflow of these tracks; none without a step. */
function named(name: string, periodMinutes: number, steps: Record<string, WorkflowStep[]>): Workflow[] {
    const tracks = Object.entries(steps).map(([track, its]) => ({ name: track, steps: its }));
    const filled = tracks.filter((track) => track.steps.length > 0);
    return filled.length === 0 ? [] : [{ name, periodMinutes, tracks: filled }];
}
