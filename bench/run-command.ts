import { spawn } from "node:child_process";
import { PeakMemory } from "./peak-memory.ts";

export interface Command {
    args: readonly string[];
    cwd: string;
    env?: NodeJS.ProcessEnv;
}

export interface Cost {
    seconds: number;
    /** The most that one of its processes held, in MB; nothing where the system does not tell. */
    megabytes: number | undefined;
}

/** Runs a command as a person would, and says what it cost. One that fails has no cost: it throws with its last words. */
export async function costOf({ args: [file = "", ...args], cwd, env = process.env }: Command): Promise<Cost> {
    const started = performance.now();
    const child = spawn(file, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    const memory = new PeakMemory(child.pid);
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
        stream.on("data", (data: Buffer) => {
            said = (said + data.toString()).slice(-2000);
        });
    }
    const code = await new Promise<number | null>((resolve, reject) => {
        child.once("error", reject);
        child.once("close", resolve);
    });
    const megabytes = memory.end();
    if (code !== 0) throw new Error(`${[file, ...args].join(" ")} ended with ${code}:\n${said}`);
    return { seconds: (performance.now() - started) / 1000, megabytes };
}
