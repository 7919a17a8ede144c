import { createHash } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { RunError } from "@pulumi/pulumi";
import type { BuildFailure } from "esbuild";
import { filesBeside } from "./beside.ts";
import type { Bundle } from "./bundle-content.ts";
import { note, noted } from "./bundle-notes.ts";
import {
    credentialsFromEnvironment,
    onlyUsedOperations,
    onlyVersionOfClients,
    withoutEventStreams,
} from "./lambda-plugins.ts";
import { writeWhole } from "./write-whole.ts";
import { zip } from "./zip.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const BUNDLES = join(ROOT, ".platform", "bundles");

export interface BundleOptions {
    /** File that exports `handler`. Default: `functions/<verb>/handler.ts`. */
    entry?: string;
    /** Folder for the zip. Default: `.platform/bundles`. */
    folder?: string;
}

/**
 * Bundles a function into one minified file with its source map, and zips it with what it needs beside it. The same input gives the same bytes on
 * any machine and at any time, so an unchanged function never shows as a change.
 */
export async function bundle(verb: string, options: BundleOptions = {}): Promise<Bundle> {
    const { entry = join("functions", verb, "handler.ts"), folder = BUNDLES } = options;
    const beside = filesBeside(verb, ROOT);
    const place = { verb, root: ROOT, entry, folder, beside: beside.map(({ path }) => path) };
    const made = await noted(place);
    if (made) return made;

    const startedAt = Date.now();
    const { code, map, sources } = await compile(verb, entry);
    const files = await Promise.all(beside.map(async ({ name, path }) => [name, await readFile(join(ROOT, path))]));
    const archive = zip({ "index.mjs": code, "index.mjs.map": map, ...Object.fromEntries(files) });
    const hash = createHash("sha256").update(archive).digest("hex").slice(0, 16);
    const result = { path: join(folder, `${verb}-${hash}.zip`), codeBytes: code.byteLength };
    await mkdir(folder, { recursive: true });
    await writeWhole(result.path, archive);
    await note(place, sources, result, startedAt);
    return result;
}

async function compile(verb: string, entry: string) {
    // Loaded only when there is something to bundle.
    const { build } = await import("esbuild");
    try {
        const { outputFiles, metafile } = await build({
            absWorkingDir: ROOT,
            entryPoints: [entry],
            outfile: "index.mjs",
            write: false,
            metafile: true,
            bundle: true,
            minify: true,
            platform: "node",
            target: "node22",
            format: "esm",
            mainFields: ["module", "main"],
            // Paths are part of the source map, so a linked node_modules must not show where it really lies.
            preserveSymlinks: true,
            legalComments: "none",
            plugins: [credentialsFromEnvironment, onlyUsedOperations, onlyVersionOfClients, withoutEventStreams],
            sourcemap: true,
            sourcesContent: false,
            logLevel: "silent",
            // Libraries in the older module format still ask for Node's own modules by require.
            banner: { js: REQUIRE },
        });
        const file = (end: string) => outputFiles.find(({ path }) => path.endsWith(end))?.contents ?? new Uint8Array();
        const sources = Object.keys(metafile.inputs).filter((path) => !/(^|\/)node_modules\/|^[\w-]{2,}:/.test(path));
        return { code: file(".mjs"), map: file(".map"), sources };
    } catch (error) {
        throw new RunError(`the function ${verb} cannot be bundled:\n${reasons(error)}`);
    }
}

/** What each bundle begins with. */
const REQUIRE = 'import{createRequire}from"node:module";const require=createRequire(import.meta.url);';

function reasons(error: unknown): string {
    const { errors } = error as Partial<BuildFailure>;
    if (!errors) return `  ${String(error)}`;
    const lines = errors.map(({ text, location }) => (location ? `${location.file}:${location.line}: ${text}` : text));
    return lines.map((line) => `  ${line}`).join("\n");
}
