import { readdirSync } from "node:fs";
import { basename, join } from "node:path";

const WAREHOUSE = "analytics/warehouse";

/** The SQL that a function needs as it is: verb, then a folder from the root, and which of its files if not all. */
const SQL: Readonly<Record<string, { folder: string; only?: RegExp }>> = {
    load: { folder: WAREHOUSE, only: /^load-[a-z-]+\.sql$/ },
    migrate: { folder: WAREHOUSE },
    reconcile: { folder: WAREHOUSE },
};

/** Files that lie beside a function's code: name in the zip, which begins with their folder, and path from the root. */
export function filesBeside(verb: string, root: string): { name: string; path: string }[] {
    const place = Object.hasOwn(SQL, verb) ? SQL[verb] : undefined;
    if (place === undefined) return [];
    const { folder, only = /\.sql$/ } = place;
    return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((file) => only.test(file))
        .map((file) => ({ name: join(basename(folder), file), path: join(folder, file) }))
        .sort((one, other) => (one.name < other.name ? -1 : 1));
}
