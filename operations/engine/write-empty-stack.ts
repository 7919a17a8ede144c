import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

/**
 * A stack without resources in a file backend, as `pulumi stack init` would leave it, unless it is there already. The
 * engine fills in the rest when it first works on it.
 */
export async function writeEmptyStack(workDir: string, stack: string, backendUrl: string): Promise<void> {
    const { name: project } = parse(await readFile(join(workDir, "Pulumi.yaml"), "utf8")) as { name: string };
    const folder = join(fileURLToPath(backendUrl), ".pulumi");
    const stacks = join(folder, "stacks", project);
    await mkdir(stacks, { recursive: true });
    await writeNew(join(folder, "meta.yaml"), "version: 1\n");
    const state = { version: 3, checkpoint: { stack: `organization/${project}/${stack}` } };
    await writeNew(join(stacks, `${stack}.json`), `${JSON.stringify(state)}\n`);
}

async function writeNew(file: string, content: string): Promise<void> {
    await writeFile(file, content, { flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== "EEXIST") throw error;
    });
}
