import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import type { EngineEvent } from "@pulumi/pulumi/automation/index.js";
import { describeFailure } from "../../engine/describe-failure.ts";
import { EventLog } from "../../engine/event-log.ts";
import { descendantsOf } from "./descendants.ts";
import type { Engine } from "./engine.ts";

/** How long the engine may take to end by itself once it is asked to. */
export const GRACE_MILLISECONDS = 10_000;

export interface Refreshed {
    /** URNs that the clouds were asked about, with success. */
    read: ReadonlySet<string>;
    /** Why a resource could not be read, by its URN. */
    failed: ReadonlyMap<string, string>;
    /** Why the refresh as a whole did not come to its end, if it did not. */
    fault?: string;
}

export interface RefreshOptions {
    /** File for the engine's log of events. */
    eventLog: string;
    /** Aborted when the clouds have had time enough. */
    deadline: AbortSignal;
    /** Default: `GRACE_MILLISECONDS`. */
    graceMilliseconds?: number | undefined;
    onProgress?: ((resources: number) => void) | undefined;
    onEvent?: ((event: EngineEvent) => void) | undefined;
}

type Ending = Pick<RefreshOptions, "eventLog" | "deadline"> & { graceMilliseconds: number };

/** Lets the engine ask the clouds about every resource of a backend of our own. */
export async function refresh(
    engine: Engine,
    { graceMilliseconds = GRACE_MILLISECONDS, ...options }: RefreshOptions,
): Promise<Refreshed> {
    const { eventLog, deadline, ...told } = options;
    const read = new Set<string>();
    const failed = new Map<string, string>();
    const errors = new Map<string, string>();
    const faults: string[] = [];
    const log = new EventLog(eventLog, (event) => {
        const { resOutputsEvent, resOpFailedEvent, diagnosticEvent } = event;
        if (resOutputsEvent) read.add(resOutputsEvent.metadata.urn);
        if (resOpFailedEvent) failed.set(resOpFailedEvent.metadata.urn, "");
        if (diagnosticEvent?.severity === "error") {
            const { urn, message } = diagnosticEvent;
            if (urn !== undefined) errors.set(urn, message.trim());
            // That something failed, the other events say better.
            else if (!/^(update|preview) failed$/.test(message.trim())) faults.push(message.trim());
        }
        told.onEvent?.(event);
        if (resOutputsEvent) told.onProgress?.(read.size);
    });
    const { code, said } = await run(engine, { eventLog, deadline, graceMilliseconds }).finally(() => log.end());
    for (const urn of failed.keys()) failed.set(urn, errors.get(urn) ?? "no reason given");
    // What was read by then the engine may not have written down, and what failed may only have been called off.
    if (deadline.aborted) return { read: new Set(), failed: new Map(), fault: "the clouds did not answer in time" };
    if (code === 0 || (failed.size > 0 && faults.length === 0)) return { read, failed };
    return { read, failed, fault: faults[0] ?? errors.values().next().value ?? describeFailure(said) };
}

async function run({ stack, cwd, env, signal }: Engine, { eventLog, deadline, graceMilliseconds }: Ending) {
    const args = ["refresh", "--yes", "--skip-preview", "--non-interactive", "--suppress-progress", "--color", "never"];
    const engine = spawn("pulumi", [...args, "--stack", stack, "--event-log", eventLog], {
        cwd,
        // Without these the CLI hides the flag for its event log.
        env: { ...env, PULUMI_DEBUG_COMMANDS: "true", PULUMI_AUTOMATION_API: "true" },
        stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    for (const stream of [engine.stdout, engine.stderr]) {
        stream.setEncoding("utf8").on("data", (text: string) => (said += text));
    }
    const plugins: number[] = [];
    const stop = async () => {
        plugins.push(...(await descendantsOf(engine.pid ?? 0)));
        engine.kill("SIGINT");
        await pause(graceMilliseconds, undefined, { ref: false });
        // What hangs cannot be asked.
        engine.kill("SIGKILL");
    };
    const ends = [deadline, ...(signal ? [signal] : [])];
    for (const end of ends) end.addEventListener("abort", stop, { once: true });
    try {
        if (ends.some(({ aborted }) => aborted)) void stop();
        const code = await new Promise<number | null>((resolve, reject) => {
            engine.once("error", reject);
            engine.once("close", resolve);
            // Whatever still holds its output then is ended below.
            engine.once("exit", (exitCode) => ends.some(({ aborted }) => aborted) && resolve(exitCode));
        });
        signal?.throwIfAborted();
        return { code, said };
    } finally {
        for (const end of ends) end.removeEventListener("abort", stop);
        for (const pid of plugins) endAtOnce(pid);
    }
}

function endAtOnce(pid: number): void {
    try {
        process.kill(pid, "SIGKILL");
    } catch {
        // It has ended with its engine.
    }
}
