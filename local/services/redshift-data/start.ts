import { type ChildProcessByStdio, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { paths } from "../../../tools/paths.mjs";
import type { Answering } from "../answering.ts";

export interface WarehouseOptions {
    /** Store of the stand-in providers, and the stack whose warehouse it is. */
    readonly store: string;
    readonly stack: string;
    /** Run file of the local services; they may come up later. */
    readonly runFile: string;
}

export interface RunningWarehouse extends Answering {
    /** Resolves when it ends, with the reason when nobody asked for it. */
    readonly ended: Promise<Error | undefined>;
    readonly pid: number;
    stop(): Promise<void>;
}

/** Starts the local Redshift in a process of its own, which lives no longer than this one. */
export async function startWarehouse(options: WarehouseOptions): Promise<RunningWarehouse> {
    const logFile = path.join(path.dirname(options.runFile), "warehouse.log");
    mkdirSync(path.dirname(logFile), { recursive: true });
    const log = openSync(logFile, "a", 0o600);
    const child = spawn(process.execPath, ["--import", "tsx", path.join(import.meta.dirname, "main.ts")], {
        cwd: paths.root,
        // Its own group: Ctrl-C of the terminal must not end it before what still needs it.
        detached: true,
        env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" },
        stdio: ["pipe", "pipe", log],
    }) as ChildProcessByStdio<Writable, Readable, null>;
    closeSync(log);
    let stopping = false;
    const why = (how: string) =>
        stopping ? undefined : new Error(`The local Redshift ended (${how}). Log: ${logFile}`);
    const ended = new Promise<Error | undefined>((resolve) => {
        child.once("exit", (code, signal) => resolve(why(signal ?? `exit code ${code}`)));
        child.once("error", (error) => resolve(why(error.message)));
    });
    const { stdin, stdout } = child;
    stdin.on("error", () => undefined);
    stdin.write(`${JSON.stringify(options)}\n`);
    const answer = new Promise<string>((resolve) => createInterface({ input: stdout }).once("line", resolve));
    const line = await Promise.race([answer, ended]);
    if (typeof line !== "string") throw new Error(`The local Redshift did not start. Log: ${logFile}`);
    return {
        ...(JSON.parse(line) as Answering),
        ended,
        pid: child.pid ?? 0,
        async stop() {
            stopping = true;
            stdin.end();
            await ended;
        },
    };
}
