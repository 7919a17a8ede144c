import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import vm from "node:vm";
import { build, stop } from "esbuild";

/**
 * The tests and all of ours that they load as one script. Run again, it makes every module anew within milliseconds,
 * which the loader of modules cannot: what one mutant left in a cache must not decide about the next one.
 * @param {readonly string[]} files
 * @param {string} folder in which they are, with what they load
 * @returns {Promise<() => void>} runs it
 */
export async function oneScript(files, folder = process.cwd()) {
    const bundled = await build({
        stdin: { contents: files.map(imported).join("\n"), resolveDir: folder, loader: "ts" },
        bundle: true,
        write: false,
        platform: "node",
        target: "node20",
        format: "cjs",
        packages: "external",
        logLevel: "silent",
        // Folders and files that a module finds beside itself.
        define: { "import.meta.url": "__url", "import.meta.dirname": "__folder" },
        plugins: [{ name: "places", setup: ({ onLoad }) => onLoad({ filter: /\.(?:ts|mjs)$/ }, placed) }],
    });
    await stop();
    const name = path.join(folder, "mutated.cjs");
    const script = new vm.Script(`(require, module, exports) => {${bundled.outputFiles[0]?.text}\n}`, {
        filename: name,
        importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    });
    const require = createRequire(name);
    return () => script.runInThisContext()(require, { exports: {} }, {});
}

/** @param {string} file */
function imported(file) {
    return `import ${JSON.stringify(`./${file}`)};`;
}

/** @param {{ path: string }} file */
function placed({ path: file }) {
    const contents = readFileSync(file, "utf8");
    if (!contents.includes("import.meta.")) return undefined;
    const [url, folder] = [pathToFileURL(file).href, path.dirname(file)].map((text) => JSON.stringify(text));
    return {
        contents: `const __url = ${url}, __folder = ${folder};\n${contents}`,
        loader: /** @type {const} */ ("ts"),
    };
}
