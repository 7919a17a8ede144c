import { createHash, randomUUID } from "node:crypto";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { RunError } from "@pulumi/pulumi";
import { type BuildFailure, build } from "esbuild";
import { zip } from "./zip.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const BUNDLES = join(ROOT, ".platform", "bundles");

/** The code of one function, ready for Lambda. */
export interface Bundle {
    /** The zip; its name carries the hash of its content. */
    path: string;
    /** Bytes of code, without the source map. */
    codeBytes: number;
}

export interface BundleOptions {
    /** File that exports `handler`. Default: `functions/<verb>/handler.ts`. */
    entry?: string;
    /** Folder for the zip. Default: `.platform/bundles`. */
    folder?: string;
}

/**
 * Bundles a function into one minified file with its source map, and zips it. The same input gives the same bytes on
 * any machine and at any time, so an unchanged function never shows as a change.
 */
export async function bundle(verb: string, options: BundleOptions = {}): Promise<Bundle> {
    const { entry = join("functions", verb, "handler.ts"), folder = BUNDLES } = options;
    const { code, map } = await compile(verb, entry);
    const archive = zip({ "index.mjs": code, "index.mjs.map": map });
    const hash = createHash("sha256").update(archive).digest("hex").slice(0, 16);
    const path = join(folder, `${verb}-${hash}.zip`);
    await mkdir(folder, { recursive: true });
    // Several previews may run at once, and none may read half a file.
    const unfinished = `${path}.${randomUUID()}`;
    await writeFile(unfinished, archive);
    await rename(unfinished, path);
    return { path, codeBytes: code.byteLength };
}

async function compile(verb: string, entry: string): Promise<{ code: Uint8Array; map: Uint8Array }> {
    try {
        const { outputFiles } = await build({
            absWorkingDir: ROOT,
            entryPoints: [entry],
            outfile: "index.mjs",
            write: false,
            bundle: true,
            minify: true,
            platform: "node",
            target: "node22",
            format: "esm",
            mainFields: ["module", "main"],
            // Paths are part of the source map, so a linked node_modules must not show where it really lies.
            preserveSymlinks: true,
            legalComments: "none",
            sourcemap: true,
            sourcesContent: false,
            logLevel: "silent",
            // Libraries in the older module format still ask for Node's own modules by require.
            banner: { js: REQUIRE },
        });
        const file = (end: string) => outputFiles.find(({ path }) => path.endsWith(end))?.contents ?? new Uint8Array();
        return { code: file(".mjs"), map: file(".map") };
    } catch (error) {
        throw new RunError(`the function ${verb} cannot be bundled:\n${reasons(error)}`);
    }
}

const REQUIRE = 'import{createRequire}from"node:module";const require=createRequire(import.meta.url);';

function reasons(error: unknown): string {
    const { errors } = error as Partial<BuildFailure>;
    if (!errors) return `  ${String(error)}`;
    return errors
        .map(({ text, location }) => `  ${location ? `${location.file}:${location.line}: ` : ""}${text}`)
        .join("\n");
}
