import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { removeOlder, replace, tryToKeep } from "../../../tools/bundles/kept-files.cjs";
import { onDemand } from "../../../tools/bundles/plugins.mjs";
import { withoutClosures } from "../../../tools/bundles/pulumi-sdk.mjs";
import { hashOf } from "../../../tools/bundles/sources.cjs";
import { KEPT_MILLISECONDS, WAYS_OF_BUNDLING } from "./ways.ts";
import { withoutLeaks, withoutWire } from "./without-wire.ts";

export interface Libraries {
    readonly root: string;
    readonly file: string;
    /** Given when the file could not be kept. */
    readonly source?: string;
}

/**
 * What our code uses of the libraries, in one file: made when other parts are used or other versions installed. Copies of
 * the repository with the same libraries share it.
 */
export async function makeLibraries(root: string, folder: string, specifiers: readonly string[]): Promise<Libraries> {
    const wanted = specifiers.filter(
        (name) => !builtinModules.includes(name.replace(/^node:/, "")) && !/^(esbuild|tsx)/.test(name),
    );
    const made = [...WAYS_OF_BUNDLING, "node_modules/.package-lock.json"].map((file) => readFileSync(join(root, file)));
    const hash = hashOf(JSON.stringify([wanted, ...made.map(hashOf)])).slice(0, 16);
    const file = join(folder, `bundle-guard-libraries-${hash}.cjs`);
    if (existsSync(file)) return { root, file };
    const entries = wanted.map((name) => `${JSON.stringify(name)}: () => require(${JSON.stringify(name)})`);
    const { build } = await import("esbuild");
    const { outputFiles } = await build({
        absWorkingDir: root,
        stdin: { contents: `module.exports = {\n${entries.join(",\n")}\n};`, resolveDir: root },
        write: false,
        bundle: true,
        platform: "node",
        target: "node20.19",
        format: "cjs",
        // Less to read at each start.
        minifyWhitespace: true,
        minifySyntax: true,
        plugins: [onDemand, withoutClosures, withoutLeaks, withoutWire],
        logLevel: "silent",
    });
    const source = outputFiles[0]?.text ?? "";
    const kept = tryToKeep(() => {
        mkdirSync(folder, { recursive: true });
        replace(file, source);
        removeOlder(file, KEPT_MILLISECONDS);
    });
    return { root, file, ...(!kept && { source }) };
}
