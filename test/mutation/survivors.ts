import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** Mutants that no test notices, and why none has to. */
export interface Survivor {
    file: string;
    /** The line that they begin in as it is, without its blanks at both ends. */
    line: string;
    /** What each of them takes out, and puts in its place. */
    changes: readonly string[];
    reason: string;
}

export const SURVIVORS: readonly Survivor[] = parse(readFileSync(new URL("survivors.yaml", import.meta.url), "utf8"));
