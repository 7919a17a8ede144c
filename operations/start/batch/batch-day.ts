import type { Clients } from "../../../local/services/clients.ts";
import type { LocalCloud } from "../local-cloud.ts";
import type { Labels } from "../quality.ts";
import { decideAlerts } from "./analysts.ts";
import { type FiledReport, filedReports } from "./filed-reports.ts";
import { type Learning, learningOf, MODEL_GROUP } from "./learning.ts";
import type { Orchestrator } from "./orchestrators.ts";
import { runPipelines } from "./pipelines.ts";
import { reportSamples, type SamplesReported } from "./report-samples.ts";
import { runStateMachines } from "./state-machines.ts";
import type { WorkflowRun } from "./workflow-run.ts";

/** What one day of the batch side came to, whoever orchestrated it. */
export interface BatchDay {
    orchestrator: Orchestrator;
    /** Alerts that the analysts of the samples decided on before. */
    decided: number;
    workflows: WorkflowRun[];
    learning: Learning;
    reports: FiledReport[];
    /** The days of the samples, on which the workflow itself does not report; absent when none of them is over. */
    samplesReported?: SamplesReported;
}

export interface BatchDayArgs {
    cloud: Pick<LocalCloud, "dataPipeline">;
    clients: Clients;
    orchestrator: Orchestrator;
    ledgerTable: string;
    alerted: Iterable<string>;
    /** Of the samples; without them nobody decides, and nothing is learnt. */
    labels: Labels | undefined;
    signal: AbortSignal;
}

/** Lets the analysts decide, runs every workflow once and reports on the samples' days, and looks at what that left behind. */
export async function runBatchDay(args: BatchDayArgs): Promise<BatchDay> {
    const { cloud, clients, orchestrator, ledgerTable, alerted, labels, signal } = args;
    const decided = labels === undefined ? 0 : await decideAlerts(clients, ledgerTable, alerted, labels);
    const [workflows, samplesReported] = await Promise.all([
        orchestrator === "data-pipeline"
            ? runPipelines(clients, cloud.dataPipeline, signal)
            : runStateMachines(clients, signal),
        reportSamples(clients, new Date()),
    ]);
    return {
        orchestrator,
        decided,
        workflows: workflows.sort((a, b) => (a.workflow < b.workflow ? -1 : 1)),
        learning: await learningOf(clients, MODEL_GROUP),
        reports: await filedReports(clients),
        ...(samplesReported && { samplesReported }),
    };
}

/** Steps that failed, by workflow. */
export function failedSteps({ workflows }: BatchDay): string[] {
    return workflows.flatMap(({ workflow, failed }) => failed.map((step) => `${step} of ${workflow}`));
}
