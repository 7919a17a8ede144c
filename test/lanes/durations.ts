import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { paths } from "../../tools/paths.mjs";

/** Seconds that the test files took when they last ran, by path. */
export type Durations = Readonly<Record<string, number>>;

/** The last runs of this machine. */
export const RECORD = join(paths.cache, "test-seconds.json");

/** Seconds of a file that has never run here, by how its path begins; the first that fits. */
const GUESSES: readonly (readonly [string, number])[] = [
    ["test/e2e/commands", 300],
    ["test/e2e/", 120],
    ["test/policies/program", 60],
    ["test/program/", 45],
    ["test/operations/", 30],
    ["test/local/engine/", 30],
    ["test/console/", 15],
    ["test/local/", 3],
    ["", 1],
];

export async function readDurations(record = RECORD): Promise<Durations> {
    try {
        return JSON.parse(await readFile(record, "utf8"));
    } catch {
        return {};
    }
}

/** Keeps what is known of files that did not run. */
export async function noteDurations(seconds: Durations, record = RECORD): Promise<void> {
    const known = { ...(await readDurations(record)), ...seconds };
    const sorted = Object.entries(known).sort(([a], [b]) => a.localeCompare(b));
    await mkdir(dirname(record), { recursive: true });
    await writeFile(record, `${JSON.stringify(Object.fromEntries(sorted), null, 1)}\n`);
}

export function secondsOf(file: string, durations: Durations): number {
    return durations[file] ?? GUESSES.find(([start]) => file.startsWith(start))?.[1] ?? 1;
}

/** Longest first, so that no lane begins a long one when the others are done. */
export function longestFirst(files: readonly string[], durations: Durations): string[] {
    return [...files].sort((a, b) => secondsOf(b, durations) - secondsOf(a, durations) || a.localeCompare(b));
}
