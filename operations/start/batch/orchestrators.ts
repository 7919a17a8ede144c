import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { paths } from "../../../tools/paths.mjs";

/** What may run the batch side; the first is what the local stack's settings say. */
export const ORCHESTRATORS = ["step-functions", "data-pipeline"] as const;
export type Orchestrator = (typeof ORCHESTRATORS)[number];

const KEY = "compliance-platform:orchestrator";

/** What the stack's configuration says beside its own, for one run. */
export function configurationFor(orchestrator: Orchestrator): Record<string, string> {
    return { [KEY]: orchestrator };
}

/** The configuration file of the local stack with that in it, for the engine; its path. */
export async function writeConfiguration(folder: string, stack: string, orchestrator: Orchestrator): Promise<string> {
    const own = parse(await readFile(join(paths.root, `Pulumi.${stack}.yaml`), "utf8"));
    const file = join(folder, `Pulumi.${stack}.yaml`);
    const config = { ...own.config, ...configurationFor(orchestrator) };
    await writeFile(file, stringify({ ...own, config }));
    return file;
}
