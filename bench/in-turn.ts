import { median } from "./median.ts";
import { type Command, type Cost, costOf } from "./run-command.ts";

/** How often each is run: odd, so that one of the runs is the median. */
export const RUNS = Number(process.env.COMPLIANCE_BENCH_RUNS ?? 5);

/**
 * The median cost of each of some commands, run in turn (A B A B), so that what else the machine does falls on all. The first
 * run of each fills caches and does not count.
 */
export async function inTurn<Name extends string>(
    commands: Readonly<Record<Name, Command>>,
): Promise<Record<Name, Cost>> {
    const names = Object.keys(commands) as Name[];
    const costs = new Map(names.map((name) => [name, [] as Cost[]]));
    for (const name of names) await costOf(commands[name]);
    for (let run = 0; run < RUNS; run++) {
        for (const name of names) costs.get(name)?.push(await costOf(commands[name]));
    }
    return Object.fromEntries([...costs].map(([name, all]) => [name, medianCost(all)])) as Record<Name, Cost>;
}

function medianCost(costs: readonly Cost[]): Cost {
    const known = costs.flatMap(({ megabytes }) => (megabytes === undefined ? [] : [megabytes]));
    return {
        seconds: median(costs.map(({ seconds }) => seconds)),
        megabytes: known.length > 0 ? Math.max(...known) : undefined,
    };
}

/** In words. */
export function asText({ seconds, megabytes }: Cost): string {
    return megabytes === undefined ? `${seconds.toFixed(1)} s` : `${seconds.toFixed(1)} s, ${Math.round(megabytes)} MB`;
}
