import { describeFailure } from "../../engine/describe-failure.ts";
import { type RunEngineArgs, runEngine } from "../../engine/run-engine.ts";
import type { Exported } from "../state/deployment.ts";
import { CannotLook } from "./cannot-look.ts";

/** The engine on one stack of one backend. */
export interface Engine {
    readonly stack: string;
    readonly cwd: string;
    readonly env: NodeJS.ProcessEnv;
    readonly signal?: AbortSignal | undefined;
}

/** The state as the backend has it, secrets sealed; reading it takes no lock. */
export function exportSealed(engine: Engine): Promise<string> {
    return ask(engine, ["stack", "export"], `the state of ${engine.stack} could not be read`);
}

/** The same with its secrets in the clear, in memory alone. */
export async function exportOpen(engine: Engine): Promise<Exported> {
    const what = `the secrets in the state of ${engine.stack} could not be opened`;
    return JSON.parse(await ask(engine, ["stack", "export", "--show-secrets"], what)) as Exported;
}

/** Puts a state into a backend of our own. */
export async function importState(engine: Engine, file: string): Promise<void> {
    await ask(engine, ["stack", "import", "--file", file], `the state of ${engine.stack} could not be copied`);
}

async function ask({ stack, ...engine }: Engine, args: string[], what: string): Promise<string> {
    const options: RunEngineArgs = { ...engine, args: [...args, "--stack", stack] };
    let said = "";
    try {
        return await runEngine({ ...options, onOutput: (text) => (said += args.includes("export") ? "" : text) });
    } catch (error) {
        if (engine.signal?.aborted) throw error;
        const message = error instanceof Error ? error.message : String(error);
        throw new CannotLook(`${what}: ${describeFailure(said || message)}`);
    }
}
