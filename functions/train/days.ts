const DAY_MS = 24 * 3600_000;

/** The day so many days before a time, as `YYYY-MM-DD`. */
export function daysBefore(now: string, days: number): string {
    return new Date(Date.parse(now) - days * DAY_MS).toISOString().slice(0, 10);
}

/** Each day from one to another, both included; the latest first. */
export function daysBetween(now: string, oldest: number, newest: number): string[] {
    return Array.from({ length: Math.max(0, oldest - newest + 1) }, (_, index) => daysBefore(now, newest + index));
}
