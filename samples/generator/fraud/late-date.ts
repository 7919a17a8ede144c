import { day, type Period } from "../calendar.ts";
import type { Random } from "../random.ts";

/** A date late enough that the account has shown its habits, and early enough that the story ends in the period. */
export function lateDate(random: Random, { start, days }: Period): number {
    return start + random.int(Math.floor(days / 3), Math.max(Math.floor(days / 3), days - 4)) * day;
}
