import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { paths } from "../../tools/paths.mjs";

export interface PageFile {
    type: string;
    content: () => Buffer | Promise<Buffer>;
}

const FOLDER = join(paths.root, "console");
const SCRIPT = "text/javascript; charset=utf-8";

/** What the browser loads, by path: all of it, so that nothing is fetched from elsewhere. Made in a few hundredths of a second. */
export async function pageFiles(): Promise<ReadonlyMap<string, PageFile>> {
    const [html, icon, made] = await Promise.all([
        readFile(join(FOLDER, "page.html")),
        readFile(join(FOLDER, "icon.svg")),
        bundled({ page: "main.tsx", style: "style.css" }),
    ]);
    let charts: Promise<Buffer> | undefined;
    return new Map([
        ["/", { type: "text/html; charset=utf-8", content: () => html }],
        ["/page.js", { type: SCRIPT, content: () => made("page.js") }],
        ["/style.css", { type: "text/css; charset=utf-8", content: () => made("style.css") }],
        ["/icon.svg", { type: "image/svg+xml", content: () => icon }],
        // Thirty times the page, so it is made for who looks at a chart.
        ["/charts.js", { type: SCRIPT, content: () => (charts ??= chartsBundle()) }],
    ]);
}

async function chartsBundle(): Promise<Buffer> {
    return (await bundled({ charts: "charts/charts.ts" }))("charts.js");
}

/** Bundles of these files, by the ends of their names. */
async function bundled(entryPoints: Record<string, string>): Promise<(end: string) => Buffer> {
    const { outputFiles } = await build({
        absWorkingDir: FOLDER,
        entryPoints,
        outdir: FOLDER,
        write: false,
        bundle: true,
        minify: true,
        format: "esm",
        target: "es2022",
        jsx: "automatic",
        jsxImportSource: "preact",
        logLevel: "silent",
    });
    return (end) => Buffer.from(outputFiles.find(({ path }) => path.endsWith(end))?.contents ?? "");
}
