import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { engineEnvironment, fileBackend } from "../../../tools/engine-environment.mjs";
import { platformPaths } from "../../../tools/paths.mjs";
import type { Block } from "./deployment-page.ts";
import type { Finished } from "./run-command.ts";

/** Somebody who follows the page in a folder, on stand-ins. */
export interface Follower {
    /** The folder with the repository. */
    readonly root: string;
    /** Where the local cloud lies that stands for the account. */
    readonly data: string;
}

/**
 * Runs a block in one shell. What comes before a stack is rehearsed and created for `prod`, since nothing comes before the local
 * cloud; the platform itself in that. A person who is asked says yes.
 */
export async function follow({ commands }: Block, { root, data }: Follower): Promise<Finished> {
    const isBootstrap = commands.some((command) => /infra\/bootstrap/.test(command));
    const script = commands.map((command) => {
        const before = isBootstrap || / --rehearse$/.test(command);
        const named = command.replaceAll("<stack>", before ? "prod" : "local");
        return /^npm run up -- (?!.*--rehearse)/.test(named) ? `${named} --yes` : named;
    });
    const home = join(data, "home");
    const tmp = join(data, "tmp");
    for (const folder of [home, tmp]) mkdirSync(folder, { recursive: true });
    const own = { COMPLIANCE_LOCAL_DATA: data, TMPDIR: tmp, CI: "true" };
    const env = isBootstrap ? { ...beforeTheStack(root, data, home), HOME: home } : process.env;
    return inShell(script, root, { ...env, ...own });
}

/** The engine on stand-ins, as a person has it on PATH, with its state where the page says. */
function beforeTheStack(root: string, data: string, home: string): NodeJS.ProcessEnv {
    // The stand-ins insist on being told of the folder that the page logs in to.
    const options = { standIn: true, storeDir: join(data, "bootstrap-store"), backendUrl: fileBackend(home) };
    const env = engineEnvironment(options, process.env, platformPaths(root));
    return { ...env, PULUMI_SKIP_CONFIRMATIONS: "true" };
}

async function inShell(script: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<Finished> {
    const child = spawn("bash", ["-e", "-c", script.join("\n")], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    const code = await new Promise<number | null>((resolve, reject) => {
        child.once("error", reject);
        child.once("close", resolve);
    });
    return { code, output };
}
