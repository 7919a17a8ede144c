import { MAX_DIGITS, MIN_DIGITS, usualLengths } from "./issuers.ts";
import { letterGroups } from "./letter-groups.ts";
import { type LookAlike, lookAlikes } from "./look-alikes.ts";
import { type Run, readRuns } from "./normal-form.ts";
import { type ReadText, readingsOf } from "./unescape.ts";
import { eachWindow, SURE, type Sure } from "./windows.ts";
import { expandedNumbers, taggedNumbers } from "./written-otherwise.ts";

/** A card number in a text. */
export interface Found {
    start: number;
    end: number;
    /** Its bare digits. */
    digits: string;
    sure: Sure;
    /** Where each of its digits stands. */
    at: readonly number[];
}

/**
 * Every card number in a text, however it is written; they may overlap. `known` are numbers that count wherever their
 * digits follow each other, such as the one that a row's card column holds.
 */
export function cardNumbersIn(text: string, known: readonly string[] = []): Found[] {
    const found: Found[] = [];
    for (const reading of readingsOf(text)) {
        const { text: read } = reading;
        for (const one of [...expandedNumbers(read), ...letterGroups(read), ...taggedNumbers(read)]) {
            found.push({ ...one, ...placed(one, reading) });
        }
        readRuns(reading, (run) => {
            eachWindow(run, (from, length, sure) => found.push(foundIn(run, from, length, sure)));
            for (const number of known) findKnown(run, number, found);
        });
    }
    if (found.length === 0) return found;
    const others = lookAlikes(text);
    return others.length === 0 ? found : found.filter((one) => !isOther(one, others));
}

/** Where something stands in the text as it is written. */
function placed({ start, end, at }: Found, reading: ReadText): Pick<Found, "start" | "end" | "at"> {
    return { start: reading.start(start), end: reading.end(end), at: at.map((place) => reading.start(place)) };
}

function foundIn({ values, starts, ends }: Run, from: number, length: number, sure: Sure): Found {
    return {
        start: starts[from] ?? 0,
        end: ends[from + length - 1] ?? 0,
        digits: values.slice(from, from + length).join(""),
        sure,
        at: starts.slice(from, from + length),
    };
}

function findKnown(run: Run, number: string, found: Found[]): void {
    if (number.length < MIN_DIGITS || number.length > MAX_DIGITS) return;
    const digits = run.values.join("");
    for (let at = digits.indexOf(number); at >= 0; at = digits.indexOf(number, at + 1)) {
        found.push(foundIn(run, at, number.length, SURE.known));
    }
}

function isOther({ start, end, digits, sure }: Found, others: readonly LookAlike[]): boolean {
    if (sure === SURE.known) return false;
    const around = others.filter((other) => other.start <= start && end <= other.end);
    const isUsual = (usualLengths(Number(digits.slice(0, 4))) & (1 << digits.length)) !== 0;
    return around.some(({ countsWhole }) => !(countsWhole && sure === SURE.whole && isUsual));
}
