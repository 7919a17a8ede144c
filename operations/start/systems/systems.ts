import type { Clients } from "../../../local/services/clients.ts";
import { type BatchDay, failedSteps } from "../batch/batch-day.ts";
import { type Counts, isLoaded } from "../counts.ts";
import type { Intake } from "../intake.ts";
import type { LocalCloud } from "../local-cloud.ts";
import type { SetsSummary } from "../sets.ts";
import { metricSums, totalOf } from "./metric-sums.ts";

/** What one system did, in numbers, and whether that adds up. */
export interface SystemBlock {
    /** In a line, for a person. */
    did: string;
    /** Whether nothing of its is missing or failed. */
    balanced: boolean;
    /** Why it did nothing, where it takes no part. */
    leftOut?: string;
    [figure: string]: unknown;
}

export const SYSTEMS = {
    orchestrator: "Data Pipeline or Step Functions",
    lambda: "Lambda",
    sagemaker: "SageMaker",
    quicksight: "QuickSight",
    redshift: "Redshift",
    emr: "EMR Serverless",
    sns: "SNS",
    sqs: "SQS",
    dataFactory: "Azure Data Factory",
    athena: "Athena",
} as const;

export type Systems = Record<keyof typeof SYSTEMS, SystemBlock>;

export interface Ran {
    clients: Clients;
    cloud: Pick<LocalCloud, "spark" | "quickSight">;
    intake: Pick<Intake, "inbox">;
    counts: Counts;
    batch: BatchDay;
    /** What came of the exchange with Azure. */
    exchange: SetsSummary;
}

/** What each of the ten systems did. */
export async function systemsOf(ran: Ran): Promise<Systems> {
    const { counts, batch } = ran;
    const { loaded, refusalsLoaded } = counts;
    return {
        orchestrator: orchestrator(batch),
        lambda: await lambda(ran),
        sagemaker: sagemaker(ran),
        quicksight: quicksight(ran),
        redshift: {
            did: `holds ${loaded} transactions and ${refusalsLoaded} refusals, each once`,
            balanced: isLoaded(counts),
            transactions: loaded,
            refusals: refusalsLoaded,
        },
        emr: emr(ran),
        sns: sns(ran),
        sqs: await sqs(ran),
        dataFactory: dataFactory(ran),
        athena: athena(batch),
    };
}

function orchestrator(batch: BatchDay): SystemBlock {
    const { workflows, orchestrator: name } = batch;
    const failed = failedSteps(batch);
    const names = workflows.map(({ workflow }) => workflow).join(", ");
    const did = `${name} ran ${workflows.length} workflows: ${names}`;
    return {
        did: failed.length > 0 ? `${did}; failed: ${failed.join(", ")}` : did,
        balanced: failed.length === 0,
        name,
        workflows,
    };
}

async function lambda({ clients }: Ran): Promise<SystemBlock> {
    const [runs, errors] = await Promise.all(
        ["Invocations", "Errors"].map((metric) => metricSums(clients, "AWS/Lambda", metric)),
    );
    const [invocations, failed] = [totalOf(runs ?? new Map()), totalOf(errors ?? new Map())];
    const functions = [...(runs ?? [])].filter(([, count]) => count > 0).length;
    // One that failed was called again; what was lost would be missing from the counts.
    const did = `${invocations} runs of ${functions} functions, ${failed} of which failed and were repeated`;
    return { did, balanced: true, invocations, errors: failed, functions };
}

function sagemaker({ counts, batch }: Ran): SystemBlock {
    const { trainings, judged, versions } = batch.learning;
    const completed = trainings.filter(({ status }) => status === "Completed").length;
    const [verdict] = judged;
    const proposed =
        verdict === undefined ? "" : verdict.faults.length > 0 ? ", which is no better and not proposed" : ", proposed";
    const did = `scored ${counts.byModel}; trained ${completed} candidate${completed === 1 ? "" : "s"}${proposed}`;
    return { did, balanced: completed === trainings.length, scored: counts.byModel, trainings, judged, versions };
}

function quicksight({ cloud }: Ran): SystemBlock {
    const copies = cloud.quickSight.copies();
    const rows = copies.reduce((sum, one) => sum + one.rows, 0);
    const balanced = copies.length > 0 && copies.every(({ status }) => status === "COMPLETED");
    return { did: `copied ${rows} rows of ${copies.length} data sets for the dashboard`, balanced, copies };
}

function emr({ cloud }: Ran): SystemBlock {
    const runs = cloud.spark.jobRuns().map(({ request, state, details }) => ({ name: request.name, state, details }));
    const [left] = runs.filter(({ details }) => details.startsWith("left out")).map(({ details }) => details);
    const balanced = runs.every(({ state }) => state === "SUCCESS");
    const how = "the real job runs with: npm run trends";
    if (left === undefined) return { did: `ran ${runs.length} Spark jobs`, balanced, runs };
    return { did: `was asked for ${runs.length} Spark job; ${left}; ${how}`, balanced, leftOut: left, runs };
}

function sns({ intake: { inbox } }: Ran): SystemBlock {
    const fraud = inbox.alertedIds.size;
    const discrepancies = [...inbox.discrepancies.values()].reduce((sum, count) => sum + count, 0);
    const alarms = inbox.alarms.filter(({ state }) => state === "ALARM").length;
    const did = `told of ${fraud} frauds, ${discrepancies} discrepancies and ${alarms} alarms`;
    return { did, balanced: true, fraud, discrepancies, alarms };
}

async function sqs({ clients, counts }: Ran): Promise<SystemBlock> {
    const [sent, received] = await Promise.all(
        ["NumberOfMessagesSent", "NumberOfMessagesReceived"].map(async (metric) =>
            totalOf(await metricSums(clients, "AWS/SQS", metric)),
        ),
    );
    const { deadLettered: parked } = counts;
    return {
        did: `took ${sent} messages and handed out ${received}; ${parked} parked`,
        balanced: counts.underway === 0,
        sent,
        received,
        parked,
    };
}

function dataFactory({ exchange: { sets, notBrought, requested } }: Ran): SystemBlock {
    const brought = Object.keys(sets).length;
    const faults = [
        ...notBrought.map((set) => `${set} did not come`),
        ...("fault" in requested ? [requested.fault] : []),
    ];
    const runs = "runs" in requested ? requested.runs.length : 0;
    const did = `brought ${brought} sets by token alone; AWS asked for ${runs} runs and watched them to their end`;
    return {
        did: faults.length > 0 ? `${did}; ${faults.join("; ")}` : did,
        balanced: faults.length === 0,
        sets,
        requested,
    };
}

function athena({ reports, samplesReported }: BatchDay): SystemBlock {
    const files = reports.flatMap((one) => one.files);
    const rows = files.reduce((sum, one) => sum + one.rows, 0);
    const { from, to, fault } = samplesReported ?? {};
    const days = samplesReported === undefined ? "yesterday" : `yesterday and of ${from} to ${to}`;
    const did = `answered ${files.length} questions of ${days} in ${reports.length} reports, ${rows} rows`;
    const said = fault === undefined ? did : `${did}; failed: ${fault}`;
    return { did: said, balanced: reports.length > 0 && fault === undefined, reports, samplesReported };
}
