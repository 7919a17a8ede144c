import { setTimeout as delay } from "node:timers/promises";
import { type Counts, isBalanced, total } from "./counts.ts";
import type { Waiting } from "./waiting.ts";

export interface SettleArgs {
    look: () => Promise<Counts>;
    /** The queues that still hold something. */
    waiting: () => Promise<Waiting[]>;
    /** Whether everything that was fed has been taken in, beyond what the counts can say. */
    isComplete: (counts: Counts) => boolean;
    onCounts: (counts: Counts) => void;
    /** Called while nothing changes although queues hold something, with when it last changed. */
    onWaiting: (waiting: readonly Waiting[], since: Date) => void;
    signal: AbortSignal;
    /** Time between two looks, in milliseconds. Default: 500. */
    everyMs?: number;
    /** Time without any change, and with every queue empty, after which what is missing is lost, in milliseconds. Default: 60,000. */
    patienceMs?: number;
    /**
     * Time without any change after which no more is waited for what queues hold, in milliseconds. Default: 20 minutes, more
     * than the quarter of an hour that the model has to come back.
     */
    longestMs?: number;
    clock?: { now: () => number; pause: (milliseconds: number, signal: AbortSignal) => Promise<unknown> };
}

/** Where everything stands at the end, and what is still to come of it. */
export interface Settled extends Counts {
    underWay?: { waiting: readonly Waiting[]; since: Date };
}

const CLOCK = {
    now: Date.now,
    pause: (milliseconds: number, signal: AbortSignal) => delay(milliseconds, undefined, { signal }),
};

/**
 * Waits until everything that was fed has come to rest and two looks in a row agree on it. Gives up, and returns what there
 * is, when nothing has changed for a while and nothing can: a message that a slow machine failed comes again.
 */
export async function settle(args: SettleArgs): Promise<Settled> {
    const { look, waiting, isComplete, onCounts, onWaiting, signal } = args;
    const { everyMs = 500, patienceMs = 60_000, longestMs = 20 * 60_000, clock = CLOCK } = args;
    let last = "";
    let changedAt = clock.now();
    for (;;) {
        signal.throwIfAborted();
        const counts = await look();
        onCounts(counts);
        const seen = fingerprint(counts);
        if (seen === last && isComplete(counts) && isBalanced(counts)) return counts;
        if (seen !== last) changedAt = clock.now();
        else if (clock.now() - changedAt > patienceMs) {
            const left = await waiting();
            const since = new Date(changedAt);
            if (left.length === 0) return counts;
            if (clock.now() - changedAt > longestMs) return { ...counts, underWay: { waiting: left, since } };
            onWaiting(left, since);
        }
        last = seen;
        await clock.pause(everyMs, signal);
    }
}

function fingerprint(counts: Counts): string {
    return JSON.stringify({ ...counts, quarantined: total(counts.quarantined) });
}
