import type { ConsoleState } from "./state.ts";

/** What a screen reader is told of a new state; undefined when there is nothing to tell. */
export function newAlerts(before: ConsoleState | undefined, next: ConsoleState): string | undefined {
    if (before === undefined) return undefined;
    const known = new Set(before.alerts.map(({ id }) => id));
    const fresh = next.alerts.filter(({ id }) => !known.has(id));
    const [first] = fresh;
    if (first === undefined) return undefined;
    const { amount, channel, score } = first;
    return fresh.length > 1
        ? `${fresh.length} new alerts`
        : `New alert: ${amount} ${channel}, score ${score.toFixed(2)}`;
}
