import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** The SQL that a function needs as it is: verb, then a folder or one file, from the root. */
const SQL: Readonly<Record<string, string>> = {
    load: "analytics/warehouse/load-transactions.sql",
    migrate: "analytics/warehouse",
    reconcile: "analytics/warehouse",
};

/** Files that lie beside a function's code: name in the zip, which begins with their folder, and path from the root. */
export function filesBeside(verb: string, root: string): { name: string; path: string }[] {
    const place = Object.hasOwn(SQL, verb) ? SQL[verb] : undefined;
    if (place === undefined) return [];
    const folder = place.endsWith(".sql") ? dirname(place) : place;
    const found = place === folder ? readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }) : [place];
    return found
        .filter((file) => file.endsWith(".sql"))
        .map((file) => (place === folder ? file : basename(file)))
        .map((file) => ({ name: join(basename(folder), file), path: join(folder, file) }))
        .sort((one, other) => (one.name < other.name ? -1 : 1));
}
