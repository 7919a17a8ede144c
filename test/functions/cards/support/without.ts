import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { build, type Plugin } from "esbuild";
import { paths } from "../../../../tools/paths.mjs";

/** One place that hides or stops card numbers, and the code that would be there without it. */
export interface Masking {
    /** What it is, as in "without …". */
    name: string;
    file: string;
    /** Its text in the file; it must stand there once. */
    text: string;
    without: string;
}

export type Ways = typeof import("./ways.ts") & typeof import("./exits.ts");

/** The ways of files and messages, put together from sources of which one lacks a masking. */
export async function waysWithout({ file, text, without }: Masking): Promise<Ways> {
    const changed = path.join(paths.root, file);
    const taken: Plugin = {
        name: "without",
        setup({ onLoad }) {
            onLoad({ filter: /\.ts$/ }, ({ path: loaded }) =>
                loaded === changed ? { contents: replaced(changed, text, without), loader: "ts" } : undefined,
            );
        },
    };
    const { outputFiles } = await build({
        stdin: {
            contents: 'export * from "./ways.ts"; export * from "./exits.ts";',
            resolveDir: import.meta.dirname,
            loader: "ts",
        },
        bundle: true,
        write: false,
        platform: "node",
        format: "cjs",
        packages: "external",
        plugins: [taken],
    });
    const module = { exports: {} };
    new Function("module", "exports", "require", outputFiles[0]?.text ?? "")(
        module,
        module.exports,
        createRequire(import.meta.url),
    );
    return module.exports as Ways;
}

function replaced(file: string, text: string, without: string): string {
    const source = readFileSync(file, "utf8");
    const parts = source.split(text);
    if (parts.length !== 2) throw new Error(`"${text}" stands ${parts.length - 1} times in ${file}, not once`);
    return parts.join(without);
}
