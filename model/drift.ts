/**
 * Index from which a distribution has moved, and moved far: what credit scoring goes by since Lewis, An introduction to
 * credit scoring (1994); Siddiqi, Credit risk scorecards (2006), chapter 9.
 */
export const DRIFT_LIMITS = { moved: 0.1, movedFar: 0.25 } as const;

/** Bins of a quantity with many values. */
const BINS = 10;
/** Least share of a bin, so that an empty one moves the index by a finite amount. */
const LEAST_SHARE = 0.0001;
/** Fewest rows that say anything: with 1,000 in ten bins, chance alone gives about 0.01. */
export const LEAST_ROWS = 1000;

/** How a quantity was distributed: the share of each bin, the last one for missing values. */
export interface Distribution {
    /** Upper ends of all bins but the last; a value belongs to the first bin whose end is not below it. */
    cuts: number[];
    shares: number[];
}

/** The distribution of values (NaN where missing), in bins of about as many each; few different values get one each. */
export function distributionOf(values: readonly number[]): Distribution {
    const known = values.filter((value) => !Number.isNaN(value)).sort((one, other) => one - other);
    const different = [...new Set(known)];
    const ends =
        different.length <= BINS
            ? different.slice(0, -1)
            : Array.from(
                  { length: BINS - 1 },
                  (_, index) => known[Math.floor(((index + 1) * known.length) / BINS)] ?? 0,
              );
    const cuts = [...new Set(ends)];
    return { cuts, shares: sharesIn(cuts, values) };
}

/** The population stability index: how far values have moved from a reference; 0 when not at all. */
export function stabilityIndex(reference: Distribution, values: readonly number[]): number {
    const shares = sharesIn(reference.cuts, values);
    return reference.shares.reduce((sum, share, bin) => {
        const [before, after] = [Math.max(share, LEAST_SHARE), Math.max(shares[bin] ?? 0, LEAST_SHARE)];
        return sum + (after - before) * Math.log(after / before);
    }, 0);
}

function sharesIn(cuts: readonly number[], values: readonly number[]): number[] {
    const counts = new Array<number>(cuts.length + 2).fill(0);
    for (const value of values) {
        const bin = Number.isNaN(value) ? cuts.length + 1 : binOf(cuts, value);
        counts[bin] = (counts[bin] ?? 0) + 1;
    }
    return counts.map((count) => (values.length === 0 ? 0 : count / values.length));
}

function binOf(cuts: readonly number[], value: number): number {
    const bin = cuts.findIndex((end) => value <= end);
    return bin === -1 ? cuts.length : bin;
}
