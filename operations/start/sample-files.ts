import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { FILE_SOURCES } from "../../contract/files/landing.ts";
import { UserError } from "../cli/user-error.ts";

export interface SampleFile {
    path: string;
    /** Key in the landing bucket: `<source>/<file name>`. */
    key: string;
    bytes: number;
}

export interface Samples {
    files: SampleFile[];
    /** Messages of live producers, as they will be sent. */
    live: string[];
}

/** The files to feed: a folder for each source, and `live/*.ndjson` with one message a line. */
export async function readSamples(folder: string): Promise<Samples> {
    const files: SampleFile[] = [];
    for (const source of Object.keys(FILE_SOURCES)) {
        for (const name of await namesIn(join(folder, source))) {
            const path = join(folder, source, name);
            files.push({ path, key: `${source}/${name}`, bytes: (await stat(path)).size });
        }
    }
    const live: string[] = [];
    for (const name of await namesIn(join(folder, "live"))) {
        const text = await readFile(join(folder, "live", name), "utf8");
        live.push(...text.split("\n").filter((line) => line !== ""));
    }
    if (files.length === 0 && live.length === 0) {
        const sources = [...Object.keys(FILE_SOURCES), "live"].map((source) => `${source}/`).join(", ");
        throw new UserError(`No samples in ${folder}: expected files in ${sources}. Make them with: npm run samples`);
    }
    return { files, live };
}

async function namesIn(folder: string): Promise<string[]> {
    try {
        const entries = await readdir(folder, { withFileTypes: true });
        return entries
            .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
            .map(({ name }) => name)
            .sort();
    } catch (cause) {
        if ((cause as NodeJS.ErrnoException).code === "ENOENT") return [];
        throw new UserError(`Cannot read the folder ${folder}: ${(cause as Error).message}.`);
    }
}
