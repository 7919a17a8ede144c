import type { SupplementaryRun, SupplementarySet } from "../../contract/files/supplementary.ts";
import type { WholeSet } from "../../contract/files/supplementary-pointer.ts";
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
    /** When it was noted, so that whatever is made of it later is the same. */
    at: string;
    /** Whether people know of a failure. */
    told: boolean;
}

/** How a run stands. */
export interface Standing {
    /** Rows of all batches that count. After the end none is added. */
    rows: number;
    end?: End;
}

/** What is known of each run; one item decides, and all that read it see the same. */
export interface RunLedger {
    /** Counts a batch, once; answers the end of the run if that keeps it out. */
    noteBatch(run: SupplementaryRun, batch: ArrivedBatch, now: Date): Promise<End | undefined>;
    ended(run: SupplementaryRun): Promise<boolean>;
    batches(run: SupplementaryRun): Promise<ArrivedBatch[]>;
    /** Ends a run that has not ended, as complete only if so many rows count; answers how it stands afterwards. */
    noteEnd(run: SupplementaryRun, end: { complete: number } | "failed", now: Date): Promise<Standing>;
    noteTold(run: SupplementaryRun): Promise<void>;
}

/** Which run of each set counts. */
export interface Pointers {
    /** Makes this the set that counts, unless one of a run that ended later, or this very one, does already. */
    point(set: SupplementarySet, whole: WholeSet): Promise<void>;
}

export interface Ports {
    /** Lets the token speak for itself; refuses one that AWS does not trust. */
    open(token: string, run: SupplementaryRun): Promise<Landing>;
    runs: RunLedger;
    pointers: Pointers;
    discrepancies: TopicPublisher;
}
