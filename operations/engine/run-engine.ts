import { spawnOnLeash } from "../../tools/run/leash.mjs";

export interface RunEngineArgs {
    args: readonly string[];
    cwd: string;
    env: NodeJS.ProcessEnv;
    /** Told what the engine says, on either stream. */
    onOutput?: ((text: string) => void) | undefined;
    /** Asks the engine to end; it does so cleanly, as after one Ctrl-C. */
    signal?: AbortSignal | undefined;
}

/** The engine could not be run, or ended with a fault. */
export class EngineFailure extends Error {
    override readonly name = "EngineFailure";
}

/** Runs the Pulumi CLI to its end, and returns what it wrote to standard output. */
export async function runEngine({ args, cwd, env, onOutput, signal }: RunEngineArgs): Promise<string> {
    // Nobody is left to take down what an orphan makes. In a real cloud it ends well first; a stand-in is disposable.
    const gently = env.COMPLIANCE_STAND_IN !== "1";
    const engine = spawnOnLeash("pulumi", [...args, "--non-interactive"], { cwd, env, gently });
    let [output, said] = ["", ""];
    engine.stdout.setEncoding("utf8").on("data", (text: string) => {
        output += text;
        said += text;
        onOutput?.(text);
    });
    engine.stderr.setEncoding("utf8").on("data", (text: string) => {
        said += text;
        onOutput?.(text);
    });
    const stop = () => engine.kill("SIGINT");
    if (signal?.aborted) stop();
    signal?.addEventListener("abort", stop, { once: true });
    try {
        const code = await new Promise<number | NodeJS.Signals | null>((resolve, reject) => {
            engine.once("error", reject);
            engine.once("close", (exitCode, endedBy) => resolve(exitCode ?? endedBy));
        });
        if (code !== 0) throw new EngineFailure(`pulumi ${args[0]} ended with ${code}:\n${said}`);
        return output;
    } finally {
        signal?.removeEventListener("abort", stop);
    }
}
