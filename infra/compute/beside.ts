import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Folders whose SQL a function needs as it is: verb, then the folder from the root. */
const FOLDERS: Readonly<Record<string, string>> = { migrate: "analytics/warehouse" };

/** Files that lie beside a function's code: name in the zip, and path from the root. */
export function filesBeside(verb: string, root: string): { name: string; path: string }[] {
    const folder = Object.hasOwn(FOLDERS, verb) ? FOLDERS[verb] : undefined;
    if (folder === undefined) return [];
    const found = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
    const last = folder.split("/").at(-1) ?? "";
    return found
        .filter((file) => file.endsWith(".sql"))
        .map((file) => ({ name: join(last, file), path: join(folder, file) }))
        .sort((one, other) => (one.name < other.name ? -1 : 1));
}
