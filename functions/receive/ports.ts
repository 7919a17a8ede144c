import type { SupplementaryRun } from "../../contract/files/supplementary.ts";
import type { TopicPublisher } from "../adapters/topic.ts";

/** The run's own part of the bucket, opened by the caller's token. */
export interface Landing {
    /** Writes an object unless one of this name is there. */
    writeOnce(key: string, body: string, contentType: "application/json" | "application/x-ndjson"): Promise<void>;
}

/** A batch that lies in the bucket. */
export interface ArrivedBatch {
    sha256: string;
    rows: number;
}

export interface End {
    outcome: "complete" | "failed";
    rows: number;
}

/** What is known of each run; read consistently. */
export interface RunLedger {
    ended(run: SupplementaryRun): Promise<End | undefined>;
    noteBatch(run: SupplementaryRun, batch: ArrivedBatch, now: Date): Promise<void>;
    batches(run: SupplementaryRun): Promise<ArrivedBatch[]>;
    /** The end that stands afterwards: this one, or one noted before. */
    noteEnd(run: SupplementaryRun, end: End, now: Date): Promise<End>;
}

export interface Ports {
    /** Lets the token speak for itself; refuses one that AWS does not trust. */
    open(token: string, run: SupplementaryRun): Promise<Landing>;
    runs: RunLedger;
    discrepancies: TopicPublisher;
}
