import type { AtRate, Measured } from "./measure.ts";

/** The batching windows of `screen` and `score` on a laptop. */
const WINDOWS_MS = 2000;
/** What all the rest of the way may take. */
const WAY_MS = 2000;
export const PATIENCE_MS = WINDOWS_MS + WAY_MS;
/** Where half of the last third take that much longer than of the first, more comes in than goes out. */
const PILES_UP = 1.5;

export interface Judged {
    /** The highest rate up to which 95 % have their verdict in time and nothing piles up; undefined when there is none. */
    readonly knee: AtRate | undefined;
    /** What is not as it is claimed. */
    readonly faults: readonly string[];
}

/** Holds what was measured against what is claimed: in time at half the highest rate, nothing lost, no worse than linear. */
export function judge({ rates }: Pick<Measured, "rates">): Judged {
    const over = rates.findIndex(({ platform, growth }) => !(platform.p95 <= PATIENCE_MS) || growth > PILES_UP);
    const inTime = over < 0 ? rates : rates.slice(0, over);
    return { knee: inTime.at(-1), faults: [...lost(rates), ...lateAtHalf(rates), ...worseThanLinear(inTime)] };
}

function lost(rates: readonly AtRate[]): string[] {
    return rates
        .filter((rate) => rate.lost > 0)
        .map((rate) => `${rate.lost} of ${rate.sent} messages have no verdict at ${percent(rate)}`);
}

function lateAtHalf(rates: readonly AtRate[]): string[] {
    const half = rates.find(({ share }) => share === 0.5);
    if (half === undefined) return ["nothing was measured at half the highest rate"];
    if (half.platform.p95 <= PATIENCE_MS) return [];
    return [`at half the highest rate 95 % take ${seconds(half.platform.p95)}, more than ${seconds(PATIENCE_MS)}`];
}

/** A queue that only grows would make it so: each message waits for all before it. */
function worseThanLinear(rates: readonly AtRate[]): string[] {
    const [least] = rates;
    if (least === undefined) return [];
    return rates
        .filter(({ platform, perSecond }) => platform.p95 / least.platform.p95 > perSecond / least.perSecond)
        .map(
            (rate) =>
                `95 % take ${seconds(rate.platform.p95)} at ${percent(rate)}, from ${seconds(least.platform.p95)} at ${percent(least)}: worse than linear`,
        );
}

function percent({ share }: AtRate): string {
    return `${Math.round(share * 100)} %`;
}

function seconds(milliseconds: number): string {
    return `${(milliseconds / 1000).toFixed(1)} s`;
}
