import { createHash } from "node:crypto";
import { errorText } from "../adapters/error-text.ts";
import { inParallel } from "../adapters/in-parallel.ts";
import { csvOf } from "./csv.ts";
import { type Filed, type Finding, file } from "./file.ts";
import type { Period } from "./period.ts";
import type { Ports } from "./ports.ts";
import { REPORT_QUERIES, REPORTS } from "./reports.ts";
import { begun, ended, type Finished } from "./run-notes.ts";

/** Reports that could not be made, each with its query and why; the others are filed. */
export class ReportError extends Error {
    override readonly name = "ReportError";
}

/** What the topic carries for each report: names and counts, never a row. */
export interface ReportNews {
    type: "report";
    report: string;
    period: Period;
    version: number;
    /** Key of the manifest. */
    manifest: string;
    /** By query. */
    rows: Record<string, number>;
    /** False when it was filed before and says the same. */
    isNew: boolean;
}

/** What Athena runs at once for us: far below what an account may, so that people's questions pass. */
const PARALLEL = 3;

/**
 * Asks every query once, files each report whose queries all answered, and tells of it. That it begins and how it ended is
 * noted for each report: a run that broke off stays one that never ended.
 */
export async function report(period: Period, ports: Ports): Promise<ReportNews[]> {
    const runs = begun(ports.invocation, period, ports.now().toISOString());
    await ports.notes.note("begun", runs);
    const settled = await inParallel(REPORT_QUERIES, PARALLEL, (query) => find(query, period, ports));
    const outcomes = new Map(REPORT_QUERIES.map((query, index) => [query, settled[index]]));
    const faults = new Set<string>();
    const finished = new Map<string, Finished>();
    const news: ReportNews[] = [];
    for (const [name, queries] of Object.entries(REPORTS)) {
        const findings: Finding[] = [];
        for (const query of queries) {
            const outcome = outcomes.get(query);
            if (outcome?.status === "fulfilled") findings.push(outcome.value);
            else faults.add(`${query}: ${errorText(outcome?.reason)}`);
        }
        if (findings.length < queries.length) continue;
        const of = { report: name, period, madeAt: ports.now().toISOString(), program: ports.program };
        try {
            const filed = await file(of, findings, ports.store);
            const told = newsOf(filed);
            // Also of one that was there: the run that filed it may have ended before it told.
            await ports.topic.publish(
                `Report ${name} of ${period.from} to ${period.to}, version ${told.version}`,
                told,
            );
            news.push(told);
            const rowsReported = Object.values(told.rows).reduce((sum, rows) => sum + rows, 0);
            finished.set(name, { rowsReported, manifestSha256: filed.sha256 });
        } catch (error) {
            faults.add(`${name}: ${errorText(error)}`);
        }
    }
    await ports.notes
        .note("ended", ended(runs, finished, ports.now().toISOString()))
        .catch((error) => faults.add(`the note of how the run ended: ${errorText(error)}`));
    if (faults.size > 0) throw new ReportError([...faults].join("; "));
    return news;
}

async function find(query: string, { from, to }: Period, { queries }: Ports): Promise<Finding> {
    const question = await queries.question(query);
    const { columns, pages, scannedBytes } = await queries.ask(question, [from, to]);
    const querySha256 = createHash("sha256").update(question.text).digest("hex");
    return { query, querySha256, scannedBytes, csv: await csvOf(columns, pages) };
}

function newsOf({ manifest, key, isNew }: Filed): ReportNews {
    const { report, period, version, files } = manifest;
    const rows = Object.fromEntries(files.map(({ query, rows }) => [query, rows]));
    return { type: "report", report, period, version, manifest: key, rows, isNew };
}
