import { LEARNING, readAs } from "../../contract/model/learning.ts";
import { sampleDay } from "./day-sample.ts";
import { daysBefore, daysBetween } from "./days.ts";
import type { Ports } from "./ports.ts";
import { type Indices, Reference, ReferenceRows } from "./reference.ts";

/** How far the world has moved from what the model learnt. */
export interface Drift {
    indices: Indices;
    /** The quantity that moved most, and how far. */
    most: { name: string; index: number };
}

/** A whole week, because each day of it is different. */
const DAYS = 7;
const ROWS_A_DAY = 3000;

/**
 * Compares the last seven whole days with what the model learnt from, and keeps the figures. Undefined while there is
 * nothing to compare: no reference yet, or too few transactions.
 */
export async function measure(
    ports: Pick<Ports, "records" | "model" | "remainingMs">,
    now: string,
): Promise<Drift | undefined> {
    const reference = readAs(Reference, await ports.model.read(LEARNING.reference));
    if (reference === undefined) return undefined;
    const rows = new ReferenceRows();
    for (const day of daysBetween(now, DAYS, 1)) {
        const { lines } = await sampleDay(day, ROWS_A_DAY, ports);
        for (const line of lines) rows.add(line);
    }
    const indices = rows.indices(reference);
    if (indices === undefined) return undefined;
    const [name, index] = Object.entries(indices).reduce((one, other) => (other[1] > one[1] ? other : one), ["", 0]);
    const key = `learning/drift/${daysBefore(now, 1)}.json`;
    const report = { until: daysBefore(now, 1), days: DAYS, rows: rows.length, indices };
    await ports.model.write(key, `${JSON.stringify(report)}\n`, "application/json");
    return { indices, most: { name, index } };
}
