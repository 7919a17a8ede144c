import type { Found } from "./find.ts";
import { SURE } from "./windows.ts";

/** Digits of a number that may be read when the rest is hidden, as PCI DSS 3.4.1 allows. */
const READABLE = 10;

/** Each is compared with those before it. What holds more was made to, and none of its numbers matters by itself. */
const MOST_WEIGHED = 500;

/** A stretch of a text that holds card numbers, and the digits that stand for it. */
export interface Stretch {
    start: number;
    end: number;
    digits: string;
}

/**
 * Of numbers that overlap, the surer ones; what else was found is hidden with them, since enough of its digits are, or
 * widens the stretch until it is.
 */
export function surest(found: readonly Found[], text: string): Stretch[] {
    if (found.length > MOST_WEIGHED) return joined(found, text);
    const taken: Stretch[] = [];
    for (const one of [...found].sort(bySureness)) {
        const over = taken.filter(({ start, end }) => one.start < end && start < one.end);
        if (over.length === 0) {
            taken.push({ start: one.start, end: one.end, digits: one.digits });
            continue;
        }
        const readable = one.at.filter((at) => !over.some(({ start, end }) => at >= start && at < end)).length;
        if (readable <= READABLE) continue;
        for (const each of over) taken.splice(taken.indexOf(each), 1);
        taken.push(together([one, ...over], text));
    }
    return taken.sort((one, other) => one.start - other.start);
}

/** Numbers that overlap, as one stretch: of such a one only the first six and the last four digits may be read. */
export function joined(found: readonly Found[], text: string): Stretch[] {
    const result: Open[] = [];
    for (const { start, end, digits } of [...found].sort(byPlace)) {
        const last = result.at(-1);
        if (last === undefined || last.end <= start) {
            result.push({ start, end, digits });
        } else if (end > last.end) {
            // Its digits are read when its end is known: thousands of numbers may overlap one after another.
            last.digits = start === last.start ? digits : undefined;
            last.end = end;
        }
    }
    return result.map(({ start, end, digits = digitsOf(text, start, end) }) => ({ start, end, digits }));
}

/** A stretch that may go on; without digits, it is whatever stands there. */
interface Open {
    start: number;
    end: number;
    digits: string | undefined;
}

function together(stretches: readonly Stretch[], text: string): Stretch {
    const start = Math.min(...stretches.map((one) => one.start));
    const end = Math.max(...stretches.map((one) => one.end));
    return { start, end, digits: digitsOf(text, start, end) };
}

function digitsOf(text: string, start: number, end: number): string {
    return text.slice(start, end).replace(/\P{Nd}/gu, "");
}

function byPlace(one: Found, other: Found): number {
    return one.start - other.start;
}

function bySureness(one: Found, other: Found): number {
    // Of two equally sure ones the longer, then the first; a number glued to another of its kind begins where that ends.
    return (
        one.sure - other.sure ||
        (one.sure === SURE.glued ? 0 : other.digits.length - one.digits.length) ||
        one.start - other.start
    );
}
