import type { AlarmTerms } from "../../../local/services/cloudwatch/alarm-terms.ts";

/**
 * Alarms in as few rounds as it takes for no two of a round to look at the same metric, so that each is raised by its own
 * trouble alone.
 */
export function rounds<One extends { readonly alarm: AlarmTerms }>(all: readonly One[]): One[][] {
    const made: { ones: One[]; metrics: Set<string> }[] = [];
    for (const one of all) {
        const metrics = Object.values(one.alarm.metrics).map(({ namespace, metric, dimensions }) =>
            JSON.stringify([namespace, metric, Object.entries(dimensions).sort()]),
        );
        let round = made.find((any) => !metrics.some((metric) => any.metrics.has(metric)));
        if (round === undefined) {
            round = { ones: [], metrics: new Set() };
            made.push(round);
        }
        round.ones.push(one);
        for (const metric of metrics) round.metrics.add(metric);
    }
    return made.map(({ ones }) => ones);
}
