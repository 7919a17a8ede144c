import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Code, CodeMaker } from "./make-code.ts";
import { type Libraries, makeLibraries } from "./make-libraries.ts";
import { removeOthers } from "./remove-others.ts";
import { write } from "./run-script.mjs";

/** All that is needed to judge: our own code and the libraries under it. */
export interface Judging {
    readonly code: { readonly file: string; readonly source?: string };
    readonly libraries: Libraries;
    /** The source map of the code. */
    readonly map: () => string;
}

/** What the code was made of, so that unchanged sources are not bundled again. */
interface Recipe {
    file: string;
    libraries: string[];
    sources: { path: string; size: number; time: number; hash: string }[];
}

/** The code as the sources are now: what is kept from before, or made now. */
export async function upToDate(root: string, folder: string): Promise<Judging> {
    const recipe = read(root, folder);
    if (recipe !== undefined && unchanged(root, recipe) && existsSync(join(folder, recipe.file))) {
        const file = join(folder, recipe.file);
        const libraries = await makeLibraries(root, folder, recipe.libraries);
        return { code: { file }, libraries, map: () => readFileSync(`${file}.map`, "utf8") };
    }
    const startedAt = Date.now();
    const maker = new CodeMaker(root, folder);
    try {
        return await keep(root, folder, await maker.make(), startedAt);
    } finally {
        await maker.end();
    }
}

/** Keeps new code for the next run, and says what to judge with. */
export async function keep(root: string, folder: string, code: Code, startedAt: number): Promise<Judging> {
    const file = join(folder, `guard-code-${hashOf(`${root}\n${code.source}`).slice(0, 16)}.cjs`);
    mkdirSync(folder, { recursive: true });
    const libraries = await makeLibraries(root, folder, code.libraries);
    const kept = write(`${file}.map`, code.map) && write(file, code.source);
    if (!kept) return { code: { file, source: code.source }, libraries, map: () => code.map };
    removeOthers(folder, "guard-code", file);
    const recipe: Recipe = {
        file: file.slice(folder.length + 1),
        libraries: [...code.libraries],
        sources: sourcesOf(root, code.inputs, startedAt),
    };
    write(recipeFile(root, folder), JSON.stringify(recipe));
    return { code: { file }, libraries, map: () => code.map };
}

/** Copies of the repository may share a folder for what is kept, but the code knows where its sources lie. */
function recipeFile(root: string, folder: string): string {
    return join(folder, `guard-code-${hashOf(root).slice(0, 16)}.json`);
}

function read(root: string, folder: string): Recipe | undefined {
    try {
        return JSON.parse(readFileSync(recipeFile(root, folder), "utf8")) as Recipe;
    } catch {
        // No recipe, or not a recipe: the code is made.
        return undefined;
    }
}

/** A file whose time and size are the same is taken as unchanged; one that was only touched is recognised by its hash. */
function unchanged(root: string, { sources }: Recipe): boolean {
    try {
        return sources.every(({ path, size, time, hash }) => {
            const file = resolve(root, path);
            const now = statSync(file);
            return (now.size === size && now.mtimeMs === time) || hash === hashOf(readFileSync(file));
        });
    } catch {
        return false;
    }
}

function sourcesOf(root: string, inputs: readonly string[], startedAt: number): Recipe["sources"] {
    const bundler = join("operations", "guard", "bundles", "make-code.ts");
    return [...inputs, bundler].map((path) => {
        const { size, mtimeMs } = statSync(resolve(root, path));
        // Saved while it was bundled: nobody knows which of the two is in the code, so the next run makes it again.
        const saved = mtimeMs >= startedAt;
        return { path, size, time: saved ? -1 : mtimeMs, hash: saved ? "" : hashOf(readFileSync(resolve(root, path))) };
    });
}

function hashOf(content: string | Uint8Array): string {
    return createHash("sha256").update(content).digest("hex");
}
