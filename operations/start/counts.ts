import type { LedgerCounts } from "./ledger-reader.ts";

/** Where everything that came in stands. */
export interface Counts {
    /** Rows of all files, one for each fault of a file, and live messages. */
    in: number;
    scored: number;
    /** Those of them that the model scored; the others were scored by the rules. */
    byModel: number;
    duplicates: number;
    /** Refused units by reason. */
    quarantined: ReadonlyMap<string, number>;
    /** Dead letters that `park` put into safe keeping. */
    deadLettered: number;
    /** Transactions alerted. */
    alerts: number;
    /** Claimed, without a verdict yet. */
    underway: number;
    /** Transactions in the warehouse. */
    loaded: number;
    /** Refused units in the warehouse. */
    refusalsLoaded: number;
}

/** What the sources of a count say. */
export interface Observation {
    filesIn: number;
    liveSent: number;
    ledger: LedgerCounts;
    quarantined: ReadonlyMap<string, number>;
    deadLettered: number;
    alerts: number;
    loaded: number;
    refusalsLoaded: number;
}

export function countsOf(observation: Observation): Counts {
    const { filesIn, liveSent, ledger, ...others } = observation;
    const { scored, byModel, duplicates, underway } = ledger;
    return { in: filesIn + liveSent, scored, byModel, duplicates, underway, ...others };
}

/** Conservation: everything that came in is scored, refused, a duplicate or parked, and nothing is still under way. */
export function isBalanced(counts: Counts): boolean {
    const { scored, duplicates, deadLettered, underway } = counts;
    return underway === 0 && counts.in === scored + duplicates + total(counts.quarantined) + deadLettered;
}

/** Whether the warehouse has every transaction that was scored and every unit that was refused, each once. */
export function isLoaded({ scored, loaded, quarantined, refusalsLoaded }: Counts): boolean {
    return loaded === scored && refusalsLoaded === total(quarantined);
}

export function total(byReason: ReadonlyMap<string, number>): number {
    return [...byReason.values()].reduce((sum, count) => sum + count, 0);
}
