import { basename } from "node:path";
import type { BuildContext, BuildResult } from "esbuild";
import { placesOfSources } from "../../../tools/bundles/plugins.mjs";

export interface Bundle {
    readonly source: string;
    readonly map: string;
}

/** Our own code in two files: what judges can stay loaded while somebody changes the programs. */
export interface Code {
    /** The guardrails and the stand-ins. */
    readonly judge: Bundle;
    readonly programs: Bundle;
    /** Files that it was made of, relative to the root. */
    readonly inputs: readonly string[];
    /** Libraries that it asks for. */
    readonly libraries: readonly string[];
}

const ENTRIES = { judge: "operations/guard/judge/judge.ts", programs: "operations/guard/judge/programs.ts" };

/** What esbuild says of a file that looks for others beside it. */
const LOOKS_BESIDE = "empty-import-meta";

/** Makes the code, once or again and again; only what changed is read anew. */
export class CodeMaker {
    private readonly root: string;
    private readonly folder: string;
    /** Files that look for others beside them. Found out by the first that does. */
    private readonly beside = new Set<string>();
    private context: Promise<BuildContext> | undefined;

    constructor(root: string, folder: string) {
        this.root = root;
        this.folder = folder;
    }

    /** The code as the files are now; an error of esbuild, with its places, when they cannot be read as TypeScript. */
    async make(): Promise<Code> {
        this.context ??= this.open();
        const result = await (await this.context).rebuild();
        const found = result.warnings
            .filter(({ id }) => id === LOOKS_BESIDE)
            .flatMap(({ location }) => location?.file ?? []);
        const others = found.filter((file) => !this.beside.has(file));
        if (others.length === 0) return codeIn(result);
        for (const file of others) this.beside.add(file);
        await this.dispose();
        return this.make();
    }

    /** Ends the bundler too; another `make` would start it again. */
    async end(): Promise<void> {
        if (this.context === undefined) return;
        await this.dispose();
        const { stop } = await import("esbuild");
        await stop();
    }

    private async dispose(): Promise<void> {
        const context = this.context;
        this.context = undefined;
        await (await context)?.dispose();
    }

    private async open(): Promise<BuildContext> {
        const { context } = await import("esbuild");
        return context({
            absWorkingDir: this.root,
            entryPoints: ENTRIES,
            outdir: this.folder,
            outExtension: { ".js": ".cjs" },
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
            plugins: this.beside.size === 0 ? [] : [placesOfSources(named(this.beside))],
            logLevel: "silent",
        });
    }
}

/** Files by name, because esbuild asks a plugin for each file anew, changed or not. */
function named(files: ReadonlySet<string>): RegExp {
    const names = [...files].map((file) => file.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(`[/\\\\](${names.join("|")})$`);
}

function codeIn({ outputFiles = [], metafile }: BuildResult): Code {
    const text = (name: string) => outputFiles.find(({ path }) => basename(path) === name)?.text ?? "";
    const bundle = (name: keyof typeof ENTRIES): Bundle => ({
        source: text(`${name}.cjs`),
        map: text(`${name}.cjs.map`),
    });
    const imports = Object.values(metafile?.outputs ?? {}).flatMap((output) => output.imports);
    return {
        judge: bundle("judge"),
        programs: bundle("programs"),
        inputs: Object.keys(metafile?.inputs ?? {}),
        libraries: [...new Set(imports.filter(({ external }) => external).map(({ path }) => path))].sort(),
    };
}
