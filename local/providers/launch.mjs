// Starts a stand-in provider. Every preview starts three of them, so they run from one bundle, built again when a
// source changes: three times as fast as transpiling the sources each time.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";

// A provider lives for seconds, in which optimising its code costs more than it saves: a third of its time.
setFlagsFromString("--no-opt");

const providers = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(providers, "..", "..");
const cache = path.join(root, ".platform", "cache");
const entry = path.join(providers, "main.ts");
const require = createRequire(import.meta.url);

const [name = ""] = process.argv.slice(2);

try {
    const { main } = (await bundled()) ?? (await transpiled());
    await main(name, root);
} catch (error) {
    process.stderr.write(`the stand-in for ${name} cannot start: ${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
}

/** The sources as one CommonJS file; undefined where the cache cannot be written. */
async function bundled() {
    const file = path.join(cache, `providers-${sourceHash()}.cjs`);
    try {
        return require(file);
    } catch (error) {
        if (fault(error).code !== "MODULE_NOT_FOUND") throw error;
    }
    try {
        mkdirSync(cache, { recursive: true });
        const draft = `${file}.${process.pid}`;
        writeFileSync(draft, await build());
        // Renamed into place, because two providers start at once and may both build.
        renameSync(draft, file);
    } catch (error) {
        // A fault of the file system; any other is a fault in the sources.
        if (fault(error).syscall === undefined) throw error;
        return undefined;
    }
    removeOthers(file);
    return require(file);
}

/**
 * What Node says of a fault besides its message.
 * @param {unknown} error
 * @returns {NodeJS.ErrnoException}
 */
function fault(error) {
    return error instanceof Error ? error : new Error(String(error));
}

async function build() {
    const { build: esbuild } = await import("esbuild");
    const result = await esbuild({
        entryPoints: [entry],
        bundle: true,
        platform: "node",
        target: "node20.19",
        format: "cjs",
        // Less to read at each start.
        minifyWhitespace: true,
        minifySyntax: true,
        // Loaded only when local services run.
        external: ["tsx", "tsx/*"],
        write: false,
        logLevel: "silent",
    });
    const [bundle] = result.outputFiles;
    if (bundle === undefined) throw new Error(`esbuild made no bundle of ${entry}`);
    return bundle.contents;
}

async function transpiled() {
    const { register } = await import("tsx/esm/api");
    register();
    return import(pathToFileURL(entry).href);
}

function sourceHash() {
    const hash = createHash("sha256").update(process.version);
    for (const folder of [providers, path.join(root, "local", "store")]) {
        const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
            /\.(ts|mjs)$/.test(name),
        );
        for (const name of names.sort()) hash.update(name).update(readFileSync(path.join(folder, name)));
    }
    return hash
        .update(readFileSync(path.join(root, "package-lock.json")))
        .digest("hex")
        .slice(0, 16);
}

/**
 * Removes the bundles of older sources.
 * @param {string} file
 */
function removeOthers(file) {
    for (const name of readdirSync(cache)) {
        if (/^providers-\w+\.cjs$/.test(name) && name !== path.basename(file))
            rmSync(path.join(cache, name), { force: true });
    }
}
