/** A version of an object of the records bucket. */
export interface KeptRecord {
    readonly key: string;
    readonly version: string;
    readonly bytes: number;
    /** When its lock ends; undefined where it has none. */
    readonly lockedUntil: Date | undefined;
    /** Whether somebody put a legal hold on it, which nothing but lifting it ends. */
    readonly isHeld: boolean;
}

/** The records and the ledger, as ending what is kept needs them. */
export interface Keeping {
    /** Versions written before a time, oldest days first. */
    writtenBefore(time: Date): AsyncIterable<KeptRecord>;
    /** Ids of the transactions in a version. */
    idsIn(record: KeptRecord): Promise<string[]>;
    /** Deletes the ledger's row of an id, if it says that this is its record. Whether it did. */
    forget(id: string, recordKey: string): Promise<boolean>;
    /** Deletes a version for good; S3 refuses while it is locked or held. */
    remove(record: KeptRecord): Promise<void>;
    /** The record that the ledger names for an id; undefined where it has no such row. */
    recordOf(id: string): Promise<string | undefined>;
    /** Puts a legal hold on every version of a record, or lifts it; how many versions there are. */
    hold(recordKey: string, isHeld: boolean): Promise<number>;
}

export type Ending = "over" | "held" | "locked";

/** A hold wins over a lock that is over, and what has no lock at all is nothing that may be ended here. */
export function endingOf({ lockedUntil, isHeld }: KeptRecord, now: Date): Ending {
    if (isHeld) return "held";
    return lockedUntil !== undefined && lockedUntil <= now ? "over" : "locked";
}
