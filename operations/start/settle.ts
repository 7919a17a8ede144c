import { setTimeout as delay } from "node:timers/promises";
import { type Counts, isBalanced, total } from "./counts.ts";

export interface SettleArgs {
    look: () => Promise<Counts>;
    /** Whether everything that was fed has been taken in, beyond what the counts can say. */
    isComplete: (counts: Counts) => boolean;
    onCounts: (counts: Counts) => void;
    signal: AbortSignal;
    /** Time between two looks, in milliseconds. Default: 500. */
    everyMs?: number;
    /** Time without any change after which waiting is given up, in milliseconds. Default: 60,000. */
    patienceMs?: number;
}

/**
 * Waits until everything that was fed has come to rest and two looks in a row agree on it. Gives up, and returns
 * what there is, when nothing has changed for a while.
 */
export async function settle(args: SettleArgs): Promise<Counts> {
    const { look, isComplete, onCounts, signal, everyMs = 500, patienceMs = 60_000 } = args;
    let last = "";
    let changedAt = performance.now();
    for (;;) {
        signal.throwIfAborted();
        const counts = await look();
        onCounts(counts);
        const seen = fingerprint(counts);
        if (seen === last && isComplete(counts) && isBalanced(counts)) return counts;
        if (seen !== last) changedAt = performance.now();
        else if (performance.now() - changedAt > patienceMs) return counts;
        last = seen;
        await delay(everyMs, undefined, { signal });
    }
}

function fingerprint(counts: Counts): string {
    return JSON.stringify({ ...counts, quarantined: total(counts.quarantined) });
}
