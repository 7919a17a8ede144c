import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, rmSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Only for a start that hangs: it takes a second on an idle machine, and nobody knows how much on one that others use. */
const readyWithinMs = 300_000;
/** What an orderly end may take before the process group is killed. */
const endWithinMs = 30_000;

interface Launched {
    readonly port: number;
    readonly pid: number;
    readonly ended: Promise<Error | undefined>;
    stop(): Promise<void>;
}

/** Starts the launcher in a process group of its own and waits for its one line that says it is ready. */
export async function launch(options: { python: string; logFile: string; settings: object }): Promise<Launched> {
    const { python, logFile, settings } = options;
    const log = openSync(logFile, "a", 0o600);
    const logStart = statSync(logFile).size;
    // Its own group: Ctrl-C of the terminal must not end it before what still needs it.
    const child = spawn(python, ["-B", "-m", "launcher"], {
        cwd: fileURLToPath(new URL(".", import.meta.url)),
        detached: true,
        env: { PATH: process.env.PATH, LANG: "C.UTF-8", PYTHONUTF8: "1", ...temporaryFolder() },
        stdio: ["pipe", "pipe", log],
    });
    closeSync(log);
    let stopping = false;
    let folder: string | undefined;
    const ended = new Promise<Error | undefined>((resolve) => {
        child.once("error", (error) => resolve(new Error(`The local services could not start: ${error.message}`)));
        child.once("exit", (_code, signal) => {
            // What a launcher that was killed could not do itself.
            killGroup(child);
            if (folder !== undefined) {
                rmSync(folder, { recursive: true, force: true });
            }
            resolve(stopping ? undefined : unexpectedEnd(logFile, logStart, signal));
        });
    });
    child.stdin?.on("error", () => undefined);
    child.stdin?.write(`${JSON.stringify(settings)}\n`);
    const stop = async () => {
        stopping = true;
        child.stdin?.end();
        const timer = setTimeout(() => killGroup(child), endWithinMs);
        await ended;
        clearTimeout(timer);
    };
    const ready = await Promise.race([readyLine(child), ended, timeout()]);
    if (ready === undefined || ready instanceof Error) {
        await stop();
        throw ready ?? new Error(`The local services did not answer within ${readyWithinMs / 1000} s. Log: ${logFile}`);
    }
    folder = ready.folder;
    return { port: ready.port, pid: ready.pid, ended, stop };
}

function temporaryFolder(): { TMPDIR?: string } {
    return process.env.TMPDIR === undefined ? {} : { TMPDIR: process.env.TMPDIR };
}

interface Ready {
    readonly port: number;
    readonly pid: number;
    /** All that the launcher keeps on disk. */
    readonly folder: string;
}

function readyLine(child: ChildProcess): Promise<Ready> {
    return new Promise((resolve) => {
        let text = "";
        child.stdout?.on("data", (chunk: Buffer) => {
            text += chunk.toString();
            const line = text.split("\n", 1)[0] ?? "";
            if (text.includes("\n")) {
                resolve(JSON.parse(line));
            }
        });
    });
}

function timeout(): Promise<undefined> {
    return new Promise((resolve) => setTimeout(() => resolve(undefined), readyWithinMs).unref());
}

function killGroup(child: ChildProcess): void {
    if (child.pid === undefined) {
        return;
    }
    try {
        process.kill(-child.pid, "SIGKILL");
    } catch {
        // The group is gone, which is what was wanted.
    }
}

/** The launcher's own message when it has one, else the last plain lines of the log. */
function unexpectedEnd(logFile: string, from: number, signal: NodeJS.Signals | null): Error {
    // What is killed says nothing, and what it said before is not why.
    if (signal !== null) return new Error(`The local services ended (${signal}). Log: ${logFile}`);
    const lines = readFileSync(logFile).subarray(from).toString().split("\n");
    const own = lines.findLast((line) => line.startsWith("local services: "));
    if (own !== undefined) {
        return new Error(`The local services did not start: ${own.slice("local services: ".length)}`);
    }
    const plain = lines.filter((line) => /^\S/.test(line) && !line.startsWith("Traceback")).slice(-3);
    return new Error(`The local services ended: ${plain.join(" | ") || "nothing in the log"}. Log: ${logFile}`);
}
