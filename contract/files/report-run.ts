import { nameFor } from "../cards/own-names.ts";

/** What became of one run of one report, as the warehouse learns it: names, counts and times, nothing of a row. */
export interface ReportRun {
    runId: string;
    /** Name of the report. */
    name: string;
    /** First and last day that it covers, both included. */
    periodFrom: string;
    periodTo: string;
    status: "running" | "finished" | "failed";
    /** Absent until it is finished, like the hash, in hexadecimal, of its manifest. */
    rowsReported?: number;
    manifestSha256?: string;
    startedAt: string;
    /** Absent while it runs, and for ever where the run broke off. */
    finishedAt?: string;
}

/** Id of the run of one report by one invocation; the same each time that this one is asked. */
export function runIdOf(invocation: string, report: string): string {
    return `${nameFor(invocation, 32)}-${report}`;
}

/** Where an invocation notes that its runs began, or how they ended: a line for each report. */
export function runsKey(invocation: string, startedAt: string, which: "begun" | "ended"): string {
    return `runs/${startedAt.slice(0, 10)}/${nameFor(invocation, 32)}-${which}.ndjson`;
}
