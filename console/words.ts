export function count(value: number): string {
    return value.toLocaleString("en");
}

/** A share of a whole, as a percentage; nothing of nothing is no share. */
export function share(part: number, whole: number): string {
    return whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`;
}

/** One of several, with its noun: 1 alert, 2 alerts. */
export function several(value: number, noun: string): string {
    return `${count(value)} ${noun}${value === 1 ? "" : "s"}`;
}

/** A time as the ledger has it, for people. */
export function when(at: string): string {
    return `${at.slice(0, 10)} ${at.slice(11, 19)} UTC`;
}

/** How long ago something was, in its largest whole unit. */
export function age(since: number, now: number): string {
    const seconds = Math.max(0, Math.floor((now - since) / 1000));
    if (seconds < 120) return several(seconds, "second");
    if (seconds < 7200) return several(Math.floor(seconds / 60), "minute");
    return seconds < 172_800
        ? several(Math.floor(seconds / 3600), "hour")
        : several(Math.floor(seconds / 86_400), "day");
}
