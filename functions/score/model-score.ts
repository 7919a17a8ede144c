import type { Features } from "../../model/feature-values.ts";
import type { Finding } from "../adapters/ledger-row.ts";

const HUNDREDTHS = 100;
/** 0.29 times 100 is a little less than 29 in binary; what is a hundredth as written must stay one. */
const ROUNDING = 1e-9;

/** A probability as a score: 0 to 1, rounded down to hundredths, in which records and warehouse hold it. */
export function scoreOf(probability: number): number {
    return Math.floor(probability * HUNDREDTHS + ROUNDING) / HUNDREDTHS;
}

/**
 * Grows with the history known: activity is only ever added, so of two views of one window the one that counts more is
 * the newer. Of two findings of one history, the model's is the greater. Older records counted 1 + `earlierInDay`, which
 * no later finding of as much history or more falls below.
 */
export function revisionOf({ earlierInDay }: Pick<Features, "earlierInDay">, scoredBy: Finding["scoredBy"]): number {
    return 2 * (1 + earlierInDay) + (scoredBy === "model" ? 1 : 0);
}
