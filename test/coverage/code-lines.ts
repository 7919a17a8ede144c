import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { asWritten } from "./as-written.mjs";

/** The lines of a file, from 1, that become code: no comment, no type, nothing empty. */
export function codeLines(path: string): Set<number> {
    const { code, map } = asWritten(path, readFileSync(path, "utf8"));
    const sourceMap = new SourceMap(JSON.parse(map));
    const lines = new Set<number>();
    for (const [line, text] of code.split("\n").entries()) {
        for (let column = text.search(/\S/); column >= 0 && column < text.length; column++) {
            const entry = sourceMap.findEntry(line, column);
            if ("originalLine" in entry && entry.generatedLine === line) lines.add(entry.originalLine + 1);
        }
    }
    return lines;
}
