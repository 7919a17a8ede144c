import { join } from "node:path";
import type { BuildContext, BuildOptions } from "esbuild";
import { placesOfSources, withoutLeanPulumi } from "./plugins.ts";

/** Our own code in one file: the programs, the guardrails, the stand-ins. */
export interface Code {
    readonly source: string;
    readonly map: string;
    /** Files that it was made of, relative to the root. */
    readonly inputs: readonly string[];
    /** Libraries that it asks for. */
    readonly libraries: readonly string[];
}

const ENTRY = "operations/guard/judge/judge.ts";

/** Makes the code, once or again and again; only what changed is read anew. */
export class CodeMaker {
    private readonly options: BuildOptions;
    private context: Promise<BuildContext> | undefined;

    constructor(root: string, folder: string) {
        this.options = {
            absWorkingDir: root,
            entryPoints: [ENTRY],
            outfile: join(folder, "guard-code.cjs"),
            write: false,
            metafile: true,
            bundle: true,
            packages: "external",
            platform: "node",
            target: "node20.19",
            format: "cjs",
            // A script has no import() of its own.
            supported: { "dynamic-import": false },
            sourcemap: "external",
            sourcesContent: false,
            plugins: [placesOfSources, withoutLeanPulumi],
            logLevel: "silent",
        };
    }

    /** The code as the files are now; an error of esbuild, with its places, when they cannot be read as TypeScript. */
    async make(): Promise<Code> {
        this.context ??= import("esbuild").then(({ context }) => context(this.options));
        const { outputFiles = [], metafile } = await (await this.context).rebuild();
        const text = (end: string) => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? "";
        const imports = Object.values(metafile?.outputs ?? {}).flatMap((output) => output.imports);
        return {
            source: text(".cjs"),
            map: text(".cjs.map"),
            inputs: Object.keys(metafile?.inputs ?? {}),
            libraries: [...new Set(imports.filter(({ external }) => external).map(({ path }) => path))].sort(),
        };
    }

    async dispose(): Promise<void> {
        await (await this.context)?.dispose();
    }
}
