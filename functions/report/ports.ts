import type { ReportRun } from "../../contract/files/report-run.ts";
import type { TopicPublisher } from "../adapters/topic.ts";

/** A query as it is provisioned. */
export interface Question {
    /** The SQL, comments included. */
    text: string;
    database: string;
    workgroup: string;
}

export interface Answer {
    columns: readonly string[];
    /** In the order of the query; to be read once. */
    pages: AsyncIterable<readonly (readonly (string | null)[])[]>;
    /** What the query read, by which AWS bills. */
    scannedBytes: number;
}

/** Asks the records. */
export interface Queries {
    question(name: string): Promise<Question>;
    /** Waits for the whole; `values` are those of the question marks, in order. */
    ask(question: Question, values: readonly string[]): Promise<Answer>;
}

/** Keeps reports. Nothing in it is ever replaced. */
export interface ReportStore {
    read(key: string): Promise<string | undefined>;
    /** Whether it was written now; false when something of this name is there already. */
    create(key: string, body: string | Uint8Array, contentType: "text/csv" | "application/json"): Promise<boolean>;
}

/** Notes what becomes of runs, from where the warehouse learns it. Nothing in it is ever replaced. */
export interface RunNotes {
    note(which: "begun" | "ended", runs: readonly ReportRun[]): Promise<void>;
}

export interface Ports {
    queries: Queries;
    store: ReportStore;
    notes: RunNotes;
    /** Names this invocation among all. */
    invocation: string;
    /** Who is told of each report. */
    topic: TopicPublisher;
    now(): Date;
    /** Version of the program, for the manifest. */
    program: string;
}
