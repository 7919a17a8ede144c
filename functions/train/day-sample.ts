import { inParallel } from "../adapters/in-parallel.ts";
import { linesOf, type Recorded, RecordsError } from "./line.ts";
import type { Ports } from "./ports.ts";

/** Some recorded transactions of a day. */
export interface DaySample {
    lines: Recorded[];
    /** Share of the day's objects that were read, above 0 up to 1. */
    rate: number;
}

const PARALLEL = 16;
/** What is kept to write the files and to say what went wrong. */
const RESERVE_MS = 120_000;
const HEX_DIGITS = 12;

/** The time was over before enough was read. */
export class TimeError extends Error {
    override readonly name = "TimeError";
}

/**
 * Reads the first objects of a day until there are `rows`, at most 1,000 objects. An object is named by a hash of what is
 * in it, and S3 lists by name, so the first ones are as good as drawn by lot, and the same each time.
 */
export async function sampleDay(
    day: string,
    rows: number,
    { records, remainingMs }: Pick<Ports, "records" | "remainingMs">,
): Promise<DaySample> {
    const { keys, complete } = await records.first(`transactions/date=${day}/`);
    const named = keys.filter((key) => placeOf(key) !== undefined);
    const lines: Recorded[] = [];
    let read = 0;
    while (read < named.length && lines.length < rows) {
        enoughTime(remainingMs());
        const some = named.slice(read, read + PARALLEL);
        lines.push(...(await readAll(some, records)));
        read += some.length;
    }
    if (complete) return { lines, rate: named.length === 0 ? 1 : read / named.length };
    // How many there are beyond what was listed: as many in each part of the range of names.
    const reach = placeOf(named.at(-1) ?? "") ?? 1;
    return { lines, rate: Math.min(1, (read * reach) / named.length) };
}

/** All transactions of these objects. */
export async function readAll(keys: readonly string[], records: Ports["records"]): Promise<Recorded[]> {
    const outcomes = await inParallel(keys, PARALLEL, async (key) => {
        const packed = await records.read(key);
        if (packed === undefined)
            throw new RecordsError(`the records ${key} are gone: the ledger or a list names them`);
        return linesOf(key, packed);
    });
    return outcomes.flatMap((outcome) => {
        if (outcome.status === "rejected") throw outcome.reason;
        return outcome.value;
    });
}

export function enoughTime(remainingMs: number): void {
    if (remainingMs >= RESERVE_MS) return;
    const fix = "lower scoring.learning.rowsAtMost or windowDays, or give train more memory";
    throw new TimeError(`the records could not be read within the time of train: ${fix}`);
}

/** Where the hash in the object's name lies, from 0 to 1; undefined for a name that score does not give. */
function placeOf(key: string): number | undefined {
    const hash = /\/([0-9a-f]{64})\.ndjson\.gz$/.exec(key)?.[1];
    return hash === undefined ? undefined : Number.parseInt(hash.slice(0, HEX_DIGITS), 16) / 16 ** HEX_DIGITS;
}
