import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { HashedFile, MadeFrom } from "./evidence.ts";

/** Folders whose files decide what is provisioned, what is asked of it, and what answers for the clouds. */
export const FOLDERS = [
    ".github",
    "analytics",
    "contract",
    "docs/runbooks",
    "functions",
    "infra",
    "local/in-process",
    "local/providers",
    "model",
    "operations/evidence",
    "operations/guard",
    "policies",
    "stacks",
];

/** Single files: the libraries, the project, and the settings of the stack. */
export function filesOf(stack: string): string[] {
    return ["Pulumi.yaml", `Pulumi.${stack}.yaml`, "package.json", "package-lock.json"];
}

/** The hashes of all that the evidence of a stack is made from, in the order of their paths. */
export async function madeFrom(root: string, stack: string): Promise<MadeFrom> {
    const below = await Promise.all(FOLDERS.map((folder) => filesBelow(root, folder)));
    const paths = [...below.flat(), ...filesOf(stack)].sort();
    const files = await Promise.all(paths.map((path) => hashed(root, path)));
    const lines = files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join("");
    return { sha256: hashOf(lines), files };
}

async function filesBelow(root: string, folder: string): Promise<string[]> {
    const entries = await readdir(join(root, folder), { withFileTypes: true });
    const found = entries.map(async (entry) => {
        // What Python and editors leave behind is ignored by git as well.
        if (entry.name.startsWith(".") || entry.name === "__pycache__" || entry.name === "node_modules") return [];
        const path = `${folder}/${entry.name}`;
        return entry.isDirectory() ? filesBelow(root, path) : [path];
    });
    return (await Promise.all(found)).flat();
}

async function hashed(root: string, path: string): Promise<HashedFile> {
    return { path, sha256: hashOf(await readFile(join(root, path))) };
}

function hashOf(content: string | Buffer): string {
    return createHash("sha256").update(content).digest("hex");
}
