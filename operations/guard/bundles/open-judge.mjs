import { createRequire } from "node:module";
import path from "node:path";
import { runScript } from "../../../tools/bundles/run-script.cjs";

/**
 * The libraries by the names that our code imports them by. Each is run when it is asked for.
 * @param {{ root: string, file: string, source?: string }} libraries
 * @param {boolean} [all] runs them now, in time that nobody waits for
 * @returns {(specifier: string) => unknown} `require` of the code that is judged
 */
export function openLibraries({ root, file, source }, all = false) {
    const fromRoot = createRequire(path.join(root, "package.json"));
    /** @type {Record<string, () => unknown>} */
    const table = runScript(file, { require: fromRoot, ...(source !== undefined && { code: source }) });
    if (all) for (const load of Object.values(table)) load();
    return (specifier) => {
        const load = Object.hasOwn(table, specifier) ? table[specifier] : undefined;
        return load === undefined ? fromRoot(specifier) : load();
    };
}

/**
 * @param {import("./kept-code.ts").Opened} bundle
 * @param {(specifier: string) => unknown} require
 * @returns {import("../judge/judge.ts")}
 */
export function openJudge({ file, source }, require) {
    return runScript(file, { require, ...(source !== undefined && { code: source }) });
}

/**
 * The programs, each of whose modules runs anew.
 * @param {import("./kept-code.ts").Opened} bundle
 * @param {(specifier: string) => unknown} require
 * @returns {import("../judge/programs.ts")}
 */
export function openPrograms({ file, source }, require) {
    return runScript(file, { require, ...(source !== undefined && { code: source }) });
}
