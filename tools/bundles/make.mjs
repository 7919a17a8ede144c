// Makes the bundle of a source file: node make.mjs <entry> <folder> [beside-sdk]. Says on standard output where it lies, or what is in
// it when the folder cannot be written; faults of the sources go to standard error.
import fs from "node:fs";
import { SourceMap } from "node:module";
import path from "node:path";
import { build } from "esbuild";
import { removeOfGone, removeOlder, replace, tryToKeep } from "./kept-files.cjs";
import { linesFile } from "./lines.cjs";
import { onDemand, placesOfSources, sdkOutside } from "./plugins.mjs";
import { modulesOfSdk, withoutClosures, withoutTypeScript, withoutUnseenWork } from "./pulumi-sdk.mjs";
import { hashOf, noted } from "./sources.cjs";
import { bundleName, recipeFile, root } from "./up-to-date.cjs";

const [entry = "", cache = "", sdk] = process.argv.slice(2);
const besideSdk = sdk === "beside-sdk";
const startedAt = Date.now();

try {
    const { code, map, inputs } = await bundled();
    process.stdout.write(JSON.stringify(keep(code, map, inputs)));
} catch (error) {
    process.stderr.write(`${reasons(error)}\n`);
    process.exitCode = 1;
}

async function bundled() {
    const { outputFiles, metafile } = await build({
        absWorkingDir: root,
        entryPoints: [entry],
        outfile: path.join(cache, "bundle.cjs"),
        write: false,
        metafile: true,
        bundle: true,
        platform: "node",
        target: "node20.19",
        format: "cjs",
        // Node has no `import()` for code out of V8's cache: what is loaded on demand is required.
        supported: { "dynamic-import": false },
        // Less to read at each start; names stay, since some libraries and all stack traces go by them. Lines stay where
        // they tell which source made a resource.
        minifyWhitespace: !besideSdk,
        minifySyntax: true,
        sourcemap: "external",
        sourcesContent: false,
        plugins: [
            placesOfSources(),
            onDemand,
            ...(besideSdk ? [sdkOutside] : [modulesOfSdk, withoutClosures, withoutTypeScript, withoutUnseenWork]),
        ],
        logLevel: "silent",
    });
    const text = (/** @type {string} */ end) => outputFiles.find((file) => file.path.endsWith(end))?.text ?? "";
    return { code: text(".cjs"), map: text(".cjs.map"), inputs: Object.keys(metafile.inputs) };
}

/**
 * @param {string} code
 * @param {string} map
 * @param {string[]} inputs
 */
function keep(code, map, inputs) {
    const file = path.join(cache, `${bundleName(entry)}-${hashOf(process.version + code).slice(0, 16)}.cjs`);
    const withMap = `${code}\n//# sourceMappingURL=${path.basename(file)}.map\n`;
    const kept = tryToKeep(() => {
        fs.mkdirSync(cache, { recursive: true });
        replace(`${file}.map`, map);
        if (besideSdk) replace(linesFile(file), JSON.stringify(linesOf(code, map)));
        replace(file, withMap);
        removeOlder(file);
        removeOfGone(cache);
        const recipe = { root, file: path.basename(file), sources: noted(root, sourcesOf(inputs), startedAt) };
        replace(recipeFile(cache, entry), JSON.stringify(recipe));
    });
    return { file, kept, ...(!kept && { code: withMap }) };
}

/**
 * @param {string} code
 * @param {string} map
 * @returns {import("./lines.cjs").Lines}
 */
function linesOf(code, map) {
    const payload = JSON.parse(map);
    const positions = new SourceMap(payload);
    const own = payload.sources.map((/** @type {string} */ source) => !/(^|\/)node_modules\//.test(source));
    const index = new Map(
        payload.sources.map((/** @type {string} */ source, /** @type {number} */ at) => [source, at]),
    );
    const lines = [-1, 0];
    for (const [number, text] of code.split("\n").entries()) {
        const entry = positions.findEntry(number, text.search(/\S|$/));
        const at = "originalSource" in entry ? (index.get(entry.originalSource) ?? -1) : -1;
        if ("originalLine" in entry && own[at]) lines.push(at, entry.originalLine + 1);
        else lines.push(-1, 0);
    }
    return { sources: payload.sources.map((/** @type {string} */ source) => path.resolve(cache, source)), lines };
}

/**
 * Libraries count by npm's list of what is installed, our own files each by itself, and so does this way of bundling.
 * @param {string[]} inputs
 */
function sourcesOf(inputs) {
    const own = inputs.filter((input) => !/(^|\/)node_modules\/|^[\w-]{2,}:/.test(input));
    const bundler = fs.readdirSync(import.meta.dirname).map((name) => path.join("tools", "bundles", name));
    return [...own, ...bundler, path.join("node_modules", ".package-lock.json")];
}

/** @param {unknown} error */
function reasons(error) {
    const { errors } = /** @type {Partial<import("esbuild").BuildFailure>} */ (error);
    if (errors === undefined) return error instanceof Error ? error.stack : String(error);
    return errors
        .map(({ text, location }) =>
            location ? `${location.file}:${location.line}:${location.column}: ${text}` : text,
        )
        .join("\n");
}
