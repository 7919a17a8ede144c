import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { onlyWhatIsUsed } from "./plugins.ts";
import { removeOthers } from "./remove-others.ts";
import { write } from "./run-script.mjs";

export interface Libraries {
    readonly root: string;
    readonly file: string;
    /** Given when the file could not be kept. */
    readonly source?: string;
}

/** Bundling is what esbuild and tsx are for, and only who traces a program needs OpenTelemetry's parts. */
const OUTSIDE = [
    "esbuild",
    "tsx",
    "tsx/*",
    "@opentelemetry/sdk-*",
    "@opentelemetry/exporter-*",
    "@opentelemetry/instrumentation*",
];

/** What our code uses of the libraries, in one file: made when other parts are used or other versions installed. */
export async function makeLibraries(root: string, folder: string, specifiers: readonly string[]): Promise<Libraries> {
    const wanted = specifiers.filter(
        (name) => !builtinModules.includes(name.replace(/^node:/, "")) && !/^(esbuild|tsx)/.test(name),
    );
    const installed = readFileSync(join(root, "node_modules", ".package-lock.json"));
    const hash = createHash("sha256")
        .update(JSON.stringify([RECIPE, wanted]))
        .update(installed)
        .digest("hex");
    const file = join(folder, `guard-libraries-${hash.slice(0, 16)}.cjs`);
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
        external: OUTSIDE,
        plugins: [onlyWhatIsUsed],
        logLevel: "silent",
    });
    const source = outputFiles[0]?.text ?? "";
    mkdirSync(folder, { recursive: true });
    if (!write(file, source)) return { root, file, source };
    removeOthers(folder, "guard-libraries", file);
    return { root, file };
}

/** Changes when the way of bundling does. */
const RECIPE = readFileSync(join(import.meta.dirname, "plugins.ts"), "utf8");
