import { cp, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { writeEmptyStack } from "../../engine/write-empty-stack.ts";
import { type Engine, importState } from "./engine.ts";

/**
 * Backends that are thrown away, in a folder that only its owner may open. The engine may write there what it likes; the
 * real state is only ever exported. Secrets lie in it as sealed as in the real one.
 */
export class OwnBackends {
    private readonly folder: string;
    /** Beside the program, so that the engine finds its settings and can write none of them. */
    private readonly project: string;
    private count = 0;

    private constructor(folder: string, project: string) {
        this.folder = folder;
        this.project = project;
    }

    static async make(root: string, stack: string): Promise<OwnBackends> {
        const folder = await mkdtemp(join(tmpdir(), "drift-"));
        const own = new OwnBackends(folder, join(folder, "project"));
        const settings = `Pulumi.${stack}.yaml`;
        await cp(join(root, settings), join(own.project, settings));
        for (const entry of await readdir(root)) {
            if (entry !== ".git" && entry !== settings) await symlink(join(root, entry), join(own.project, entry));
        }
        return own;
    }

    /** A backend with this state in it. */
    async with(state: string, { stack, env, signal }: Engine): Promise<Engine> {
        const backend = join(this.folder, `backend-${++this.count}`);
        const url = pathToFileURL(backend).href;
        // A file backend would write the whole state after each resource, and nobody goes on from a half of ours.
        const ours = { PULUMI_BACKEND_URL: url, PULUMI_SKIP_CHECKPOINTS: "true" };
        const engine = { stack, cwd: this.project, env: { ...env, ...ours }, signal };
        await writeEmptyStack(this.project, stack, url);
        const file = join(this.folder, `state-${this.count}.json`);
        await writeFile(file, state, { mode: 0o600 });
        await importState(engine, file);
        return engine;
    }

    /** The same backend once more, as it is now. */
    async copyOf(engine: Engine): Promise<Engine> {
        const backend = join(this.folder, `backend-${++this.count}`);
        await cp(new URL(engine.env.PULUMI_BACKEND_URL ?? ""), backend, { recursive: true });
        return { ...engine, env: { ...engine.env, PULUMI_BACKEND_URL: pathToFileURL(backend).href } };
    }

    /** A file for the engine to write into. */
    file(name: string): string {
        return join(this.folder, `${++this.count}-${name}`);
    }

    async remove(): Promise<void> {
        await rm(this.folder, { recursive: true, force: true });
    }
}
