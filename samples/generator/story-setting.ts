import type { Period } from "./calendar.ts";
import type { Business, Customer, Population } from "./population.ts";
import type { Random } from "./random.ts";
import type { Payment } from "./transaction.ts";

/** What a story of fraud, or of something that resembles it, is told with. */
export interface Setting {
    random: Random;
    population: Population;
    period: Period;
    /** True when the thief takes care to look ordinary. */
    evasive: boolean;
    /** A customer or firm that no other story has used, as long as there are some. */
    customer(): Customer;
    business(): Business;
}

export type Story = (setting: Setting) => Payment[];

/** Hands out customers and firms in random order, each once before any comes again. */
export function takeTurns<T>(random: Random, all: readonly T[]): () => T {
    let waiting: T[] = [];
    return () => {
        if (waiting.length === 0) waiting = random.shuffle(all);
        return waiting.pop() as T;
    };
}
