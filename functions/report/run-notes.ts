import { type ReportRun, runIdOf, runsKey } from "../../contract/files/report-run.ts";
import type { Period } from "./period.ts";
import type { RunNotes } from "./ports.ts";
import { REPORTS, type ReportName } from "./reports.ts";
import type { S3Reports } from "./s3-reports.ts";

/** What a report came to that was made; undefined for one that was not. */
export type Finished = Pick<ReportRun, "rowsReported" | "manifestSha256">;

/** The runs of one invocation as they begin: one for each report. */
export function begun(invocation: string, { from, to }: Period, startedAt: string): ReportRun[] {
    return (Object.keys(REPORTS) as ReportName[]).map((name) => ({
        runId: runIdOf(invocation, name),
        name,
        periodFrom: from,
        periodTo: to,
        status: "running",
        startedAt,
    }));
}

/** The same once all have ended; what is not among the finished has failed. */
export function ended(
    runs: readonly ReportRun[],
    finished: ReadonlyMap<string, Finished>,
    finishedAt: string,
): ReportRun[] {
    return runs.map((run) => {
        const outcome = finished.get(run.name);
        return { ...run, status: outcome === undefined ? "failed" : "finished", ...outcome, finishedAt };
    });
}

export type NoteStore = Pick<S3Reports, "create">;

/** Notes beside the reports, each written once; S3 announces them to be loaded into the warehouse. */
export class S3RunNotes implements RunNotes {
    readonly #store: NoteStore;
    readonly #invocation: string;

    constructor(store: NoteStore, invocation: string) {
        this.#store = store;
        this.#invocation = invocation;
    }

    async note(which: "begun" | "ended", runs: readonly ReportRun[]): Promise<void> {
        const [first] = runs;
        if (first === undefined) return;
        const key = runsKey(this.#invocation, first.startedAt, which);
        const lines = runs.map((run) => `${JSON.stringify(run)}\n`).join("");
        await this.#store.create(key, lines, "application/x-ndjson");
    }
}
