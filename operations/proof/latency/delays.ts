/** How long it took, in milliseconds: of 50, 95 and 99 in 100 no longer than that. */
export interface Delays {
    readonly p50: number;
    readonly p95: number;
    readonly p99: number;
}

export function delaysOf(milliseconds: readonly number[]): Delays {
    const sorted = [...milliseconds].sort((one, other) => one - other);
    const within = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
    return { p50: within(0.5), p95: within(0.95), p99: within(0.99) };
}
