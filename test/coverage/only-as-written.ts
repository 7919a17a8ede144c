import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { MARK } from "./as-written.mjs";
import { MEASURED } from "./measured.mjs";

/** As much of what V8 writes about a process as is needed here. */
interface Collected {
    result: { url: string }[];
    "source-map-cache"?: Record<string, { data?: { sources?: string[] } | null }>;
}

const measured = MEASURED.map((folder) => new URL(`../../${folder}/`, import.meta.url).href);

/**
 * Takes out of what processes wrote to `folder` the modules that another compiler made: the ranges of two compilations of
 * one file cannot be added up, and would spoil the figures of all the others.
 */
export async function onlyAsWritten(folder: string): Promise<void> {
    for (const name of await readdir(folder)) {
        const path = join(folder, name);
        const collected: Collected = JSON.parse(await readFile(path, "utf8"));
        const maps = collected["source-map-cache"] ?? {};
        const marked = ({ url }: { url: string }): boolean => maps[url]?.data?.sources?.[0]?.endsWith(MARK) ?? false;
        const ours = ({ url }: { url: string }): boolean => measured.some((start) => url.startsWith(start));
        const result = collected.result.filter((script) => ours(script) && marked(script));
        await writeFile(path, JSON.stringify({ ...collected, result }));
    }
}
