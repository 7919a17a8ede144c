import { createHash } from "node:crypto";
import type { Arrival, Tally } from "./ports.ts";

const MARKS = 2 ** 32;

export const NOTHING: Tally = { count: 0, mark: 0 };

/** Counts by source, whatever the order and however many. */
export async function tallied(pages: AsyncIterable<readonly Arrival[]>): Promise<Map<string, Tally>> {
    const tallies = new Map<string, Tally>();
    for await (const page of pages) {
        for (const { id, source } of page) {
            const { count, mark } = tallies.get(source) ?? NOTHING;
            tallies.set(source, { count: count + 1, mark: (mark + markOf(id)) % MARKS });
        }
    }
    return tallies;
}

export function same(one: Tally, other: Tally): boolean {
    return one.count === other.count && one.mark === other.mark;
}

/** As `analytics/warehouse/loaded-by-hour.sql` has it. */
export function markOf(id: string): number {
    return Number.parseInt(createHash("md5").update(id).digest("hex").slice(0, 8), 16);
}
