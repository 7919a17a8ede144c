import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Bundle } from "./bundle-content.ts";
import { writeWhole } from "./write-whole.ts";

/** What a zip was made from, so that an unchanged function is not bundled again for each preview. */
interface Note {
    /** The source files, without libraries, relative to the root. */
    sources: string[];
    /** Hash of all that decides about the zip. */
    made: string;
    codeBytes: number;
    path: string;
    /** Hash of the zip; a damaged one is made again. */
    zipHash: string;
}

/** Which function is bundled, from where to where. */
export interface Place {
    verb: string;
    root: string;
    entry: string;
    folder: string;
    /** What lies in the zip beside the code, relative to the root. */
    beside: string[];
}

/** The bundle that a note in the folder tells of, if nothing has changed since. */
export async function noted(place: Place): Promise<Bundle | undefined> {
    try {
        const note: Note = JSON.parse(await readFile(noteFile(place), "utf8"));
        if ((await hashOfSources(place, note.sources)) !== note.made) return undefined;
        if (hash(await readFile(note.path)) !== note.zipHash) return undefined;
        return { path: note.path, codeBytes: note.codeBytes };
    } catch {
        // No note, not a note, or a file it names is gone: all the same, the function is bundled.
        return undefined;
    }
}

/** Leaves a note for the next preview, unless somebody saved a source while it was being bundled. */
export async function note(
    place: Place,
    sources: string[],
    { path, codeBytes }: Bundle,
    startedAt: number,
): Promise<void> {
    const read = [...sources, ...place.beside];
    const saved = await Promise.all(read.map(async (source) => (await stat(resolve(place.root, source))).mtimeMs));
    if (Math.max(...saved) >= startedAt) return;
    const made = await hashOfSources(place, sources);
    const text: Note = { sources, made, codeBytes, path, zipHash: hash(await readFile(path)) };
    await writeWhole(noteFile(place), JSON.stringify(text));
}

function noteFile({ folder, verb }: Place): string {
    return join(folder, `${verb}.json`);
}

/** Libraries count by npm's list of what is installed; how we bundle counts by our own source. */
async function hashOfSources({ root, entry, beside }: Place, sources: string[]): Promise<string> {
    const installed = join(root, "node_modules", ".package-lock.json");
    const bundler = ["beside.ts", "bundle.ts", "lambda-plugins.ts", "zip.ts"].map((name) =>
        join(import.meta.dirname, name),
    );
    const files = [installed, ...bundler, ...[...sources, ...beside].map((source) => resolve(root, source))];
    const contents = await Promise.all(files.map(async (file) => hash(await readFile(file))));
    return hash(JSON.stringify([entry, sources, beside, contents]));
}

function hash(content: string | Uint8Array): string {
    return createHash("sha256").update(content).digest("hex");
}
