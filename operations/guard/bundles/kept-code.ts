import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { removeOfGone, removeOlder, replace, tryToKeep } from "../../../tools/bundles/kept-files.cjs";
import { hashOf, noted, onlyTouched, type Source } from "../../../tools/bundles/sources.cjs";
import { type Bundle, type Code, CodeMaker } from "./make-code.ts";
import { type Libraries, makeLibraries } from "./make-libraries.ts";
import { KEPT_MILLISECONDS, WAYS_OF_BUNDLING } from "./ways.ts";

/** A bundle by its file; its source is given where it is not kept in that file. */
export interface Opened {
    readonly file: string;
    readonly source?: string;
}

/** All that is needed to judge: our own code and the libraries under it. */
export interface Judging {
    readonly judge: Opened;
    readonly programs: Opened;
    readonly libraries: Libraries;
    /** The source map of the programs. */
    readonly map: () => string;
}

/** What the code was made of, so that unchanged sources are not bundled again. */
interface Recipe {
    root: string;
    /** The code that judges; the programs lie beside it. */
    file: string;
    libraries: string[];
    sources: Source[];
}

/** The code as the sources are now: what is kept from before, or made now. */
export async function upToDate(root: string, folder: string): Promise<Judging> {
    const recipe = keptRecipe(root, folder);
    if (recipe !== undefined) {
        const file = join(folder, recipe.file);
        const libraries = await makeLibraries(root, folder, recipe.libraries);
        const programs = programsBeside(file);
        return {
            judge: { file },
            programs: { file: programs },
            libraries,
            map: () => readFileSync(mapOf(programs), "utf8"),
        };
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
async function keep(root: string, folder: string, code: Code, startedAt: number): Promise<Judging> {
    const { judge, programs } = code;
    const file = join(folder, `${nameFor(root)}-${hashOf(judge.source + programs.source).slice(0, 16)}.cjs`);
    const beside = programsBeside(file);
    const libraries = await makeLibraries(root, folder, code.libraries);
    const kept = tryToKeep(() => {
        mkdirSync(folder, { recursive: true });
        replace(mapOf(beside), programs.map);
        replace(beside, programs.source);
        replace(file, judge.source);
        removeOlder(file, KEPT_MILLISECONDS);
        removeOfGone(folder);
        const recipe: Recipe = {
            root,
            file: basename(file),
            libraries: [...code.libraries],
            sources: noted(root, [...code.inputs, ...WAYS_OF_BUNDLING], startedAt),
        };
        replace(recipeFile(root, folder), JSON.stringify(recipe));
    });
    const opened = (name: string, { source }: Bundle) => ({ file: name, ...(!kept && { source }) });
    return { judge: opened(file, judge), programs: opened(beside, programs), libraries, map: () => programs.map };
}

function programsBeside(file: string): string {
    return `${file}.programs.cjs`;
}

function mapOf(file: string): string {
    return `${file}.map`;
}

/** Copies of the repository may share a folder for what is kept, but the code knows where its sources lie. */
function nameFor(root: string): string {
    return `bundle-guard-code-${hashOf(root).slice(0, 8)}`;
}

function recipeFile(root: string, folder: string): string {
    return join(folder, `${nameFor(root)}.json`);
}

/** The recipe of code that is there and still true. */
function keptRecipe(root: string, folder: string): Recipe | undefined {
    try {
        const recipe = JSON.parse(readFileSync(recipeFile(root, folder), "utf8")) as Recipe;
        const same = onlyTouched(root, recipe.sources) !== undefined && existsSync(join(folder, recipe.file));
        return same ? recipe : undefined;
    } catch {
        // No recipe, not a recipe, or a source is gone: the code is made.
        return undefined;
    }
}
