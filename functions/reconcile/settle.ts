import type { Ports, Tally } from "./ports.ts";
import { verdictOn } from "./verdict.ts";

/** One hour of one source that does not add up: ids by what is wrong with them. */
export interface Imbalance {
    hour: string;
    source: string;
    /** Claimed, and neither scored nor parked in time. */
    unscored: string[];
    /** Scored, and not in the warehouse in time. */
    unloaded: string[];
    /** In the warehouse, and never claimed. */
    unclaimed: string[];
    /** Too many to look at one by one. */
    unnamed: number;
}

/** Ids of one hour and source that are held at once, each of at most 128 bytes. */
const MOST_IDS = 2_000_000;
/** Ids that are looked up, in ten requests; where there are more, something is down, and the first say what. */
const MOST_LOOKED_UP = 1000;

/** Why ledger and warehouse differ; undefined when all that is missing may still be on its way, or is parked. */
export async function settle(
    { hour, source }: { hour: string; source: string },
    tallies: { claimed: Tally; loaded: Tally },
    ports: Ports,
): Promise<Imbalance | undefined> {
    const imbalance: Imbalance = { hour, source, unscored: [], unloaded: [], unclaimed: [], unnamed: 0 };
    if (tallies.claimed.count + tallies.loaded.count > MOST_IDS) {
        const unnamed = Math.max(1, Math.abs(tallies.claimed.count - tallies.loaded.count));
        return { ...imbalance, unnamed };
    }
    const loaded = new Set(await ports.loaded.ids(hour, source));
    const missing: string[] = [];
    for await (const page of ports.ledger.arrivals(hour)) {
        for (const one of page) if (one.source === source && !loaded.delete(one.id)) missing.push(one.id);
    }
    const extra = [...loaded].sort();
    missing.sort();
    const now = ports.now().getTime();
    const looked = missing.slice(0, MOST_LOOKED_UP);
    for (const [id, row] of inOrder(looked, await ports.ledger.rows(looked))) {
        const verdict = row === undefined ? "unscored" : verdictOn(row, now);
        if (verdict !== undefined) imbalance[verdict].push(id);
    }
    await leaveOutParked(imbalance, ports);
    const strangers = extra.slice(0, MOST_LOOKED_UP);
    // A row that is older than the index is in the table alone.
    for (const [id, row] of inOrder(strangers, await ports.ledger.rows(strangers))) {
        if (row === undefined) imbalance.unclaimed.push(id);
    }
    imbalance.unnamed = missing.length - looked.length + extra.length - strangers.length;
    const { unscored, unloaded, unclaimed, unnamed } = imbalance;
    return unscored.length + unloaded.length + unclaimed.length + unnamed > 0 ? imbalance : undefined;
}

/** Parked is an end, of which somebody has been told. */
async function leaveOutParked(imbalance: Imbalance, ports: Ports): Promise<void> {
    if (imbalance.unscored.length === 0) return;
    const parked = await ports.parked(new Set(imbalance.unscored), imbalance.hour.slice(0, 10));
    imbalance.unscored = imbalance.unscored.filter((id) => !parked.has(id));
}

function inOrder<Row>(ids: readonly string[], rows: ReadonlyMap<string, Row>): [string, Row | undefined][] {
    return ids.map((id) => [id, rows.get(id)]);
}
