import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileAt } from "./revision.ts";

/** As many changed libraries as are named. */
const NAMED = 5;

/** Says so when both programs run on the libraries of the working tree though the commit has others. */
export async function libraryNotes(root: string, commit: string): Promise<string[]> {
    const [old, now] = [
        await fileAt(root, commit, "package-lock.json"),
        await readFile(join(root, "package-lock.json"), "utf8"),
    ];
    if (old === undefined || old.trimEnd() === now.trimEnd()) return [];
    const [before, after] = [versionsIn(old), versionsIn(now)];
    const changed = [...new Set([...before.keys(), ...after.keys()])]
        .filter((name) => before.get(name) !== after.get(name))
        .sort((one, other) => depthOf(one) - depthOf(other) || (one < other ? -1 : 1));
    if (changed.length === 0) return [];
    const told = changed
        .slice(0, NAMED)
        .map((name) => `${name} ${before.get(name) ?? "none"} → ${after.get(name) ?? "none"}`);
    const more = changed.length > NAMED ? ` and ${changed.length - NAMED} more` : "";
    return [
        `Libraries differ, and both programs ran on the new ones, so what they change by themselves does not show: ${told.join(", ")}${more}.`,
    ];
}

/** Those that others brought along come last. */
function depthOf(name: string): number {
    return name.split("node_modules/").length;
}

function versionsIn(lock: string): Map<string, string> {
    try {
        const { packages = {} } = JSON.parse(lock) as {
            packages?: Record<string, { version?: string; dev?: boolean }>;
        };
        const libraries = Object.entries(packages).filter(([path, { dev }]) => path !== "" && dev !== true);
        return new Map(libraries.map(([path, { version = "" }]) => [path.replace(/^node_modules\//, ""), version]));
    } catch {
        return new Map();
    }
}
