import { randomInt } from "node:crypto";
import { UserError } from "../../cli/user-error.ts";

export interface ConservationOptions {
    seeds: number[];
    transactions: number;
}

export type GivenOptions = Partial<Record<"seed" | "seeds" | "transactions", string | undefined>>;

const MOST_SEEDS = 1000;
const LARGEST_SEED = 2 ** 31 - 1;
const TRANSACTIONS = { from: 100, to: 1_000_000, usual: 100_000 } as const;

/** Which seeds are run with how many transactions; all that is wrong is told together. */
export function conservationOptions({ seed = "1", seeds = "1", transactions }: GivenOptions): ConservationOptions {
    const faults: string[] = [];
    const whole = (name: string, text: string, from: number, to: number): number => {
        const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
        if (value >= from && value <= to) return value;
        faults.push(`--${name} takes a whole number from ${from} to ${to}; got "${text}".`);
        return from;
    };
    const latest = LARGEST_SEED - MOST_SEEDS;
    const first = seed === "random" ? randomInt(1, latest) : whole("seed", seed, 1, latest);
    const count = whole("seeds", seeds, 1, MOST_SEEDS);
    const { from, to, usual } = TRANSACTIONS;
    const many = whole("transactions", transactions ?? String(usual), from, to);
    if (faults.length > 0) throw new UserError(faults.join("\n"));
    return { seeds: Array.from({ length: count }, (_, index) => first + index), transactions: many };
}
