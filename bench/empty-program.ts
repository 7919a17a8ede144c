import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStack } from "../operations/engine/open-stack.ts";
import { engineEnvironment, fileBackend } from "../tools/engine-environment.mjs";
import { paths } from "../tools/paths.mjs";

const PROJECT = `name: empty
runtime: { name: nodejs, options: { typescript: false, nodeargs: --import tsx } }
main: index.ts
`;

/** Seconds that a preview of a program without resources takes: what the engine and Node cost alone. */
export async function previewEmptyProgram(): Promise<number> {
    const folder = await mkdtemp(join(tmpdir(), "empty-program-"));
    try {
        await writeFile(join(folder, "Pulumi.yaml"), PROJECT);
        await writeFile(join(folder, "package.json"), '{"type":"module"}\n');
        await writeFile(join(folder, "index.ts"), 'import "@pulumi/pulumi";\n');
        await symlink(paths.nodeModules, join(folder, "node_modules"));
        await mkdir(join(folder, "state"));
        const environment = engineEnvironment({
            standIn: true,
            backendUrl: fileBackend(join(folder, "state")),
            storeDir: join(folder, "store"),
        });
        const stack = await openStack({ workDir: folder, stack: "empty", environment });
        const started = performance.now();
        await stack.preview();
        return (performance.now() - started) / 1000;
    } finally {
        await rm(folder, { recursive: true, force: true });
    }
}
