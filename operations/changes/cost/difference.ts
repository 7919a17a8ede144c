import { groupBy } from "../../cli/group-by.ts";
import type { Changes } from "../change.ts";
import { type Cost, monthlyCosts } from "./monthly.ts";
import { ASSUMPTIONS, PRICES_OF } from "./prices.ts";

/** What a stack costs each month, and by how much a change makes that more or less. In US dollars, to the cent. */
export interface CostReport {
    readonly pricesOf: string;
    readonly assumptions: readonly string[];
    readonly monthly: number;
    /** Absent when there is nothing to compare with. */
    readonly difference?: number;
    readonly items: readonly CostItem[];
    /** Resources whose price is not in the table. */
    readonly unpriced: readonly string[];
}

export interface CostItem {
    readonly item: string;
    readonly monthly: number;
    readonly difference?: number;
}

/** The monthly cost of what is there after a change, beside that of before. */
export function costOf({ before, after }: Changes): CostReport {
    const now = monthlyCosts(after);
    const old = before && monthlyCosts(before);
    const items = [...groupBy([...now.costs, ...(old?.costs ?? [])], ({ item }) => item).keys()].sort();
    return {
        pricesOf: PRICES_OF,
        assumptions: ASSUMPTIONS,
        monthly: cents(sum(now.costs)),
        ...(old && { difference: cents(sum(now.costs) - sum(old.costs)) }),
        items: items.map((item): CostItem => {
            const of = (costs: readonly Cost[]) => sum(costs.filter((cost) => cost.item === item));
            const monthly = of(now.costs);
            return { item, monthly: cents(monthly), ...(old && { difference: cents(monthly - of(old.costs)) }) };
        }),
        unpriced: now.unpriced,
    };
}

function sum(costs: readonly Cost[]): number {
    return costs.reduce((total, { usd }) => total + usd, 0);
}

function cents(usd: number): number {
    return Math.round(usd * 100) / 100;
}
