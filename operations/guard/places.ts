import { SourceMap, type SourceMapPayload } from "node:module";
import { relative, resolve } from "node:path";
import type { Site } from "../../local/in-process/resources.ts";

/** Where something stands in the sources; line and column count from 1. */
export interface Place {
    /** From the root of the repository. */
    readonly file: string;
    readonly line: number;
    readonly column: number;
}

export type PlaceOf = (site: Site | undefined) => Place | undefined;

/** Finds the places in the sources of sites in the code. The map is read when there is something to find. */
export function placesIn(root: string, folder: string, map: () => string): PlaceOf {
    let read: SourceMap | undefined;
    return (site) => {
        if (site === undefined) return undefined;
        read ??= new SourceMap(JSON.parse(map()) as SourceMapPayload);
        const entry = read.findEntry(site.line - 1, site.column - 1);
        if (!("originalSource" in entry)) return undefined;
        const { originalSource, originalLine, originalColumn } = entry;
        const file = relative(root, resolve(folder, originalSource));
        return { file, line: originalLine + 1, column: originalColumn + 1 };
    };
}
