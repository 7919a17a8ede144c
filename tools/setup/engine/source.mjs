import fs from "node:fs";
import path from "node:path";
import { runChild } from "../child.mjs";

/**
 * A published module of which the engine is built with parts of ours instead, as local/engine/local-only/modules.json
 * names them.
 * @typedef {object} TrimmedModule
 * @property {string} folder where our files lie, by the paths of those that they stand for
 * @property {string} module
 * @property {string} version
 * @property {string} [sum] what `go.sum` would hold for it, since Go checks no sum of a module that lies in a folder;
 * without one nothing of the module is taken
 * @property {string[]} [whole] folders of which no Go file is taken, since ours stand for all of them
 */

/** @typedef {Pick<import("../context.mjs").SetUpContext, "at" | "env" | "signal">} Context */

/** @param {import("../../paths.mjs").PlatformPaths} at */
export function trimmedModules(at) {
    const file = path.join(at.engineParts, "modules.json");
    return /** @type {TrimmedModule[]} */ (JSON.parse(fs.readFileSync(file, "utf8")));
}

/**
 * Lays out what the engine is built from: go.mod and go.sum, and beside them the trimmed modules.
 * @param {string} go
 * @param {string} folder
 * @param {Context} context
 * @returns {Promise<string | undefined>} why it could not
 */
export async function layOutSource(go, folder, { at, env, signal }) {
    fs.mkdirSync(folder, { recursive: true });
    const modules = trimmedModules(at);
    const published = modules.filter(({ sum }) => sum !== undefined);
    const names = published.map(({ module, version }) => `${module}@${version}`);
    const { code, stdout, lines } = await runChild(go, ["mod", "download", "-json", ...names], {
        cwd: folder,
        // Their sums are compared here, with those of the repository, so no sum database has to be reached.
        env: { ...env, GOFLAGS: "-mod=mod", GOWORK: "off", GONOSUMDB: "*" },
        signal,
    });
    if (code !== 0) return `go mod download failed: ${lines}`;
    const downloaded = parseObjects(stdout);
    for (const { folder: name, module, sum, whole = [] } of published) {
        const found = downloaded.find(({ Path }) => Path === module);
        if (found === undefined || found.Sum !== sum) {
            return `${module} has the sum ${found?.Sum}, not ${sum} of ${path.join(at.engineParts, "modules.json")}`;
        }
        copySource(found.Dir, path.join(folder, name), new Set(whole));
    }
    for (const { folder: name } of modules) {
        fs.cpSync(path.join(at.engineParts, name), path.join(folder, name), { recursive: true });
    }
    for (const name of ["go.mod", "go.sum"])
        fs.copyFileSync(path.join(at.engineModules, name), path.join(folder, name));
    return undefined;
}

/**
 * `go mod download -json` writes one object after the other, indented, each ending with a line of its own.
 * @param {string} text
 * @returns {{ Path: string, Dir: string, Sum: string }[]}
 */
function parseObjects(text) {
    return text
        .split(/^\}$/m)
        .filter((object) => object.trim() !== "")
        .map((object) => JSON.parse(`${object}}`));
}

/**
 * Go's own copy is read-only, folders included, and would keep us from putting ours beside it.
 * @param {string} from
 * @param {string} to
 * @param {Set<string>} whole
 * @param {string} [below]
 */
function copySource(from, to, whole, below = "") {
    fs.mkdirSync(path.join(to, below), { recursive: true });
    for (const entry of fs.readdirSync(path.join(from, below), { withFileTypes: true })) {
        const name = path.posix.join(below, entry.name);
        if (entry.isDirectory() && entry.name !== "testdata") copySource(from, to, whole, name);
        if (!entry.isFile() || entry.name.endsWith("_test.go")) continue;
        if (entry.name.endsWith(".go") && whole.has(below)) continue;
        fs.writeFileSync(path.join(to, name), fs.readFileSync(path.join(from, name)));
    }
}
