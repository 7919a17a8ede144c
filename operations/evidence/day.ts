import { UserError } from "../cli/user-error.ts";

/** The day that was asked for, or today in UTC. */
export function asDay(given: string | undefined, now = new Date()): string {
    if (given === undefined) return now.toISOString().slice(0, 10);
    const read = new Date(given);
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(given) && !Number.isNaN(read.getTime());
    if (isDay && read.toISOString().startsWith(given)) return given;
    throw new UserError(`--on takes a day such as 2026-01-31, got "${given}".`);
}
