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

/** The ways of files and messages, put together from sources that lack these maskings. */
export async function waysWithout(...maskings: readonly Masking[]): Promise<Ways> {
    const taken: Plugin = {
        name: "without",
        setup({ onLoad }) {
            onLoad({ filter: /\.ts$/ }, ({ path: loaded }) => {
                const here = maskings.filter(({ file }) => path.join(paths.root, file) === loaded);
                return here.length === 0 ? undefined : { contents: sourceWithout(loaded, here), loader: "ts" };
            });
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

function sourceWithout(file: string, maskings: readonly Masking[]): string {
    return maskings.reduce(
        (source, { text, without }) => {
            const parts = source.split(text);
            if (parts.length !== 2) throw new Error(`"${text}" stands ${parts.length - 1} times in ${file}, not once`);
            return parts.join(without);
        },
        readFileSync(file, "utf8"),
    );
}
