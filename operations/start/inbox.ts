import { mkdir, readdir, rename, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { FILE_SOURCES, landedFile } from "../../contract/files/landing.ts";
import type { SampleFile } from "./sample-files.ts";

const EVERY_MS = 500;
/** Where files go once they have been taken in. */
const DONE = "done";

export interface WatchInboxArgs {
    folder: string;
    signal: AbortSignal;
    /** Called with each file once it has stopped growing. */
    onFile: (file: SampleFile) => Promise<void>;
    /** Called once with each file that no source can be told for. */
    onUnknown: (path: string) => void;
}

/** Takes in the files that people drop into a folder, until the signal says stop. */
export async function watchInbox({ folder, signal, onFile, onUnknown }: WatchInboxArgs): Promise<void> {
    for (const name of [...Object.keys(FILE_SOURCES), DONE]) await mkdir(join(folder, name), { recursive: true });
    const sizes = new Map<string, number>();
    const unknown = new Set<string>();
    while (!signal.aborted) {
        for (const path of await droppedFiles(folder)) {
            const { size } = await stat(path);
            const settled = sizes.get(path) === size;
            sizes.set(path, size);
            if (!settled || unknown.has(path)) continue;
            const key = landingKey(folder, path);
            if (key === undefined) {
                unknown.add(path);
                onUnknown(path);
                continue;
            }
            await onFile({ path, key, bytes: size });
            await rename(path, join(folder, DONE, `${Date.now()}-${basename(path)}`));
            sizes.delete(path);
        }
        await delay(EVERY_MS, undefined, { signal }).catch(() => undefined);
    }
}

async function droppedFiles(folder: string): Promise<string[]> {
    const found: string[] = [];
    for (const place of [folder, ...Object.keys(FILE_SOURCES).map((source) => join(folder, source))]) {
        const entries = await readdir(place, { withFileTypes: true });
        const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith("."));
        found.push(...files.map(({ name }) => join(place, name)));
    }
    return found;
}

/** The folder says the source; for a file beside the folders its extension does. */
function landingKey(inbox: string, path: string): string | undefined {
    const name = basename(path);
    const places = Object.keys(FILE_SOURCES);
    const source = places.find((place) => path === join(inbox, place, name));
    if (source !== undefined) return `${source}/${name}`;
    return places.map((place) => `${place}/${name}`).find((key) => landedFile(key) !== null);
}
