import type { LedgerRow } from "../adapters/ledger-row.ts";
import type { TopicPublisher } from "../adapters/topic.ts";

/** A claimed transaction, as the ledger's index has it. */
export interface Arrival {
    id: string;
    source: string;
}

/** How many transactions, and a mark that depends on which: two sets of one number have another one each. */
export interface Tally {
    count: number;
    /** Sum of the first 32 bits of the MD5 of each id, by 2^32. */
    mark: number;
}

/** What the ledger has. Hours are `YYYY-MM-DDTHH`, UTC, by when a transaction was received. */
export interface Ledger {
    /** All of an hour, in pages. */
    arrivals(hour: string): AsyncIterable<readonly Arrival[]>;
    rows(ids: readonly string[]): Promise<Map<string, LedgerRow>>;
}

/** What the warehouse has, by the same times. */
export interface Loaded {
    /** By hour, then by source; from the first hour to the last, both included. */
    tallies(first: string, last: string): Promise<Map<string, Map<string, Tally>>>;
    ids(hour: string, source: string): Promise<string[]>;
}

export interface Ports {
    ledger: Ledger;
    loaded: Loaded;
    /** Which of these transactions lie in the bucket of parked messages, that came there from this day on. */
    parked(ids: ReadonlySet<string>, sinceDay: string): Promise<ReadonlySet<string>>;
    /** What was told before, by its key. */
    told: { has(key: string): Promise<boolean>; note(key: string, what: object): Promise<void> };
    discrepancies: TopicPublisher;
    now(): Date;
    remainingMs(): number;
}
