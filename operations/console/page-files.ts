import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { paths } from "../../tools/paths.mjs";

export interface PageFile {
    type: string;
    content: Buffer;
}

const FOLDER = join(paths.root, "console");

/** What the browser loads, by path: all of it, so that nothing is fetched from elsewhere. Made in a few hundredths of a second. */
export async function pageFiles(): Promise<ReadonlyMap<string, PageFile>> {
    const [html, icon, { outputFiles }] = await Promise.all([
        readFile(join(FOLDER, "page.html")),
        readFile(join(FOLDER, "icon.svg")),
        build({
            absWorkingDir: FOLDER,
            entryPoints: { page: "main.tsx", style: "style.css" },
            outdir: FOLDER,
            write: false,
            bundle: true,
            minify: true,
            format: "esm",
            target: "es2022",
            jsx: "automatic",
            jsxImportSource: "preact",
            logLevel: "silent",
        }),
    ]);
    const made = (end: string) => Buffer.from(outputFiles.find(({ path }) => path.endsWith(end))?.contents ?? "");
    return new Map([
        ["/", { type: "text/html; charset=utf-8", content: html }],
        ["/page.js", { type: "text/javascript; charset=utf-8", content: made("page.js") }],
        ["/style.css", { type: "text/css; charset=utf-8", content: made("style.css") }],
        ["/icon.svg", { type: "image/svg+xml", content: icon }],
    ]);
}
