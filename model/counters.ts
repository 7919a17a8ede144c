import type { Transaction } from "../contract/transaction/transaction.ts";
import type { Features } from "./feature-values.ts";
import { CARD_TESTING, FAN_OUT, HOUR, STRUCTURING, TAKEOVER, TRAVEL } from "./limits.ts";
import { kmBetween } from "./places.ts";
import { SlidingWindow, Tally } from "./sliding-window.ts";

/** A transaction as the counters take it. Each counter walks one account's moments in order and keeps what it needs. */
export interface Moment {
    transaction: Transaction;
    at: number;
    euroCents: number;
}

export function countWithin(lengthMs: number): (moment: Moment) => number {
    return sumWithin(lengthMs, () => 1);
}

export function sumWithin(lengthMs: number, of: (moment: Moment) => number): (moment: Moment) => number {
    let sum = 0;
    const window = new SlidingWindow<Moment>(
        lengthMs,
        (moment) => {
            sum += of(moment);
        },
        (moment) => {
            sum -= of(moment);
        },
    );
    return (moment) => {
        window.add(moment);
        return sum;
    };
}

/** How many different values lie in the window; moments without one do not count. */
export function distinctWithin(
    lengthMs: number,
    of: (moment: Moment) => string | undefined,
): (moment: Moment) => number {
    const seen = new Tally();
    const window = new SlidingWindow<Moment>(
        lengthMs,
        (moment) => seen.add(of(moment)),
        (moment) => seen.remove(of(moment)),
    );
    return (moment) => {
        window.add(moment);
        return seen.distinct;
    };
}

function isSmallCardPayment({ transaction, euroCents }: Moment): boolean {
    return transaction.channel === "card" && euroCents <= CARD_TESTING.smallAtMost;
}

export function smallPaymentCounter(): (moment: Moment) => number {
    let count = 0;
    const window = new SlidingWindow<Moment>(
        CARD_TESTING.windowMs,
        () => count++,
        () => count--,
    );
    return (moment) => {
        if (!isSmallCardPayment(moment)) return 0;
        window.add(moment);
        return count;
    };
}

export function deviceCounter(): (moment: Moment) => number {
    const seen = new Tally();
    const window = new SlidingWindow<Moment>(
        TAKEOVER.windowMs,
        ({ transaction }) => seen.add(transaction.deviceId ?? ""),
        ({ transaction }) => seen.remove(transaction.deviceId ?? ""),
    );
    return (moment) => {
        if (moment.transaction.deviceId === undefined) return 0;
        window.add(moment);
        return seen.distinct - 1;
    };
}

function isNearLimit({ transaction, euroCents }: Moment): boolean {
    const { from, below } = STRUCTURING;
    return ["cash", "wire"].includes(transaction.channel) && euroCents >= from && euroCents < below;
}

export function nearLimitCounter(): (moment: Moment) => Pick<Features, "nearLimitCount" | "nearLimitSum"> {
    let nearLimitCount = 0;
    let nearLimitSum = 0;
    const window = new SlidingWindow<Moment>(
        STRUCTURING.windowMs,
        ({ euroCents }) => {
            nearLimitCount++;
            nearLimitSum += euroCents;
        },
        ({ euroCents }) => {
            nearLimitCount--;
            nearLimitSum -= euroCents;
        },
    );
    return (moment) => {
        if (!isNearLimit(moment)) return { nearLimitCount: 0, nearLimitSum: 0 };
        window.add(moment);
        return { nearLimitCount, nearLimitSum };
    };
}

export function payeeCounter(): (moment: Moment) => number {
    const paid = new Tally();
    const window = new SlidingWindow<Moment>(
        FAN_OUT.windowMs,
        ({ transaction }) => paid.add(transaction.counterpartyId),
        ({ transaction }) => paid.remove(transaction.counterpartyId),
    );
    return (moment) => {
        if (!["wire", "instant", "ach"].includes(moment.transaction.channel)) return 0;
        window.add(moment);
        return paid.distinct;
    };
}

/** Online payments carry the device they were made with and may be in any country; those without are made in person. */
function isInPerson({ transaction }: Moment): boolean {
    return transaction.channel === "card" && transaction.deviceId === undefined;
}

export function travelMeter(): (moment: Moment) => number {
    // Only the latest payment in each country matters: an earlier one leaves more time for the same way.
    const lastSeen = new Map<string, number>();
    return (moment) => {
        if (!isInPerson(moment)) return 0;
        const { country } = moment.transaction;
        let fastest = 0;
        for (const [other, at] of lastSeen) {
            const elapsed = moment.at - at;
            const km = elapsed > TRAVEL.windowMs ? 0 : kmBetween(other, country);
            if (km >= TRAVEL.minKm) fastest = Math.max(fastest, kmh(km, elapsed));
        }
        lastSeen.set(country, moment.at);
        return fastest;
    };
}

function kmh(km: number, elapsedMs: number): number {
    return elapsedMs <= 0 ? TRAVEL.capKmh : Math.min(TRAVEL.capKmh, Math.floor((km * HOUR) / elapsedMs));
}
