import { capacityOf } from "./capacity.ts";
import { numbersOf } from "./numbers.ts";
import type { Program } from "./program.ts";
import type { Need } from "./quota.ts";

/** The day of which the standard values are. They are of general knowledge: what an account has, it says when asked. */
export const QUOTAS_OF = "2025-10-31";

/** What a stack takes of each limit that is known, by its program. */
export function needsOf(program: Program): Need[] {
    return [...capacityOf(program), ...numbersOf(program)];
}

/** What every new account has less of than the stack needs. */
export function isShort({ needed, standard, atFirst }: Need): boolean {
    const least = atFirst ?? standard;
    return least !== undefined && needed > least;
}
