import type { LedgerRow } from "../adapters/ledger-row.ts";

const MINUTE_MS = 60_000;
/** Clocks of two functions may differ by this. */
const SKEW_MS = 5 * MINUTE_MS;
/** A claimed transaction is scored within seconds; a file of a million rows takes minutes. */
const TO_SCORE_MS = 15 * MINUTE_MS;
/** A scored one is loaded within minutes, and a load may have to be tried again. */
const TO_LOAD_MS = 30 * MINUTE_MS;

/** What is wrong with a transaction that the warehouse has not: nothing when it may still be on its way. */
export type Verdict = "unscored" | "unloaded" | undefined;

export function verdictOn({ state, claimedAt, scoredAt }: LedgerRow, now: number): Verdict {
    // Put aside is an end, of which somebody has been told.
    if (state === "quarantined") return undefined;
    if (state !== "scored") return isOver(claimedAt, TO_SCORE_MS, now) ? "unscored" : undefined;
    return isOver(scoredAt, TO_LOAD_MS, now) ? "unloaded" : undefined;
}

/** A time that is missing, or in a future that no skew of clocks explains, excuses nothing. */
function isOver(since: string | undefined, allowedMs: number, now: number): boolean {
    const age = now - Date.parse(since ?? "");
    return !(age <= allowedMs + SKEW_MS && age >= -SKEW_MS);
}
