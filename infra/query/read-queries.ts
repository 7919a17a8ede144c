import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(import.meta.dirname, "../../analytics/athena");
const PARAMETER = /^-- {3}([a-z]+): (.+)$/;

/** A query as its file has it: comments for people first, then the SQL with a `?` for each parameter. */
export interface SavedQuery {
    /** The file's name without its extension. */
    name: string;
    /** What it is for, in one sentence. */
    purpose: string;
    /** In the order of their question marks. */
    parameters: { name: string; meaning: string }[];
    /** The whole file, comments included. */
    sql: string;
}

/** All saved queries, by name. */
export function readQueries(folder = FOLDER): SavedQuery[] {
    const files = readdirSync(folder).filter((file) => file.endsWith(".sql"));
    const read = (file: string) => readFileSync(join(folder, file), "utf8");
    return files.sort().map((file) => parseQuery(file.slice(0, -".sql".length), read(file)));
}

/** A query by the comments it begins with. */
export function parseQuery(name: string, sql: string): SavedQuery {
    const lines = sql.split("\n");
    const [, purpose] = /^-- Purpose: (.+)$/.exec(lines[0] ?? "") ?? [];
    if (purpose === undefined) throw new Error(`Query ${name} must begin with "-- Purpose: …", begins "${lines[0]}"`);
    const parameters = lines.flatMap((line) => {
        const [, parameter, meaning] = PARAMETER.exec(line) ?? [];
        return parameter === undefined || meaning === undefined ? [] : [{ name: parameter, meaning }];
    });
    const marks = sql.replaceAll(/--.*/g, "").split("?").length - 1;
    if (marks !== parameters.length) {
        throw new Error(
            `Query ${name} has ${marks} question marks, but its header explains ${parameters.length} parameters`,
        );
    }
    return { name, purpose, parameters, sql };
}
