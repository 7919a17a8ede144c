import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parseTar } from "nanotar";
import { setUpPython } from "../python.ts";

export interface ContainerOptions {
    /** The packed model, `model.tar.gz`. */
    readonly archive: Uint8Array;
    /** Where what it says on standard error is appended. */
    readonly logFile: string;
    /** Default: the Python that set-up made. */
    readonly python?: string;
}

/** A running container with one model. */
export interface ModelContainer {
    readonly pid: number;
    /** Passes a request on to `/invocations`. */
    invoke(body: Uint8Array, headers: Record<string, string>, signal: AbortSignal): Promise<Response>;
    /** Resolves when it ends, with the reason when nobody asked for it. */
    readonly ended: Promise<Error | undefined>;
    stop(): Promise<void>;
}

/** Only for a start that hangs: it takes half a second on an idle machine, and nobody knows how much on one that others use. */
const READY_WITHIN_MS = 300_000;

/** Starts a container and resolves when it answers its health check; rejects with what it said instead. */
export async function startContainer(options: ContainerOptions): Promise<ModelContainer> {
    const { archive, logFile, python = setUpPython } = options;
    const folder = mkdtempSync(join(tmpdir(), "local-model-"));
    try {
        unpack(archive, folder);
    } catch (error) {
        rmSync(folder, { recursive: true, force: true });
        throw error;
    }
    const child = spawn(python, ["-B", "-m", "container"], {
        cwd: import.meta.dirname,
        env: { PATH: process.env.PATH, LANG: "C.UTF-8", PYTHONUTF8: "1", SM_MODEL_DIR: folder },
        stdio: ["pipe", "pipe", "pipe"],
    });
    child.stdin.on("error", () => undefined);
    const said = logged(child, logFile);
    let stopping = false;
    const ended = new Promise<Error | undefined>((done) => {
        const end = (how: string) =>
            done(stopping ? undefined : new Error(`The container of the model ended (${how}). Log: ${logFile}`));
        child.once("error", (error) => {
            said.push(error.message);
            end(error.message);
        });
        child.once("close", (code, signal) => end(signal ?? `exit code ${code}`));
    });
    const stop = async () => {
        stopping = true;
        child.stdin.end();
        child.kill("SIGKILL");
        await ended;
    };
    const port = await Promise.race([portOf(child), ended, late()]);
    // It has read the model, or never will.
    rmSync(folder, { recursive: true, force: true });
    if (typeof port !== "number") {
        await stop();
        throw new Error(said.at(-1) ?? `it did not answer within ${READY_WITHIN_MS / 1000} s`);
    }
    const url = `http://127.0.0.1:${port}`;
    await fetch(`${url}/ping`);
    return {
        pid: child.pid ?? 0,
        ended,
        invoke: (body, headers, signal) =>
            fetch(`${url}/invocations`, { method: "POST", body: Buffer.from(body), headers, signal }),
        stop,
    };
}

function unpack(archive: Uint8Array, folder: string): void {
    const { buffer } = new Uint8Array(gunzipSync(archive));
    for (const { name, data } of parseTar(buffer)) {
        if (data === undefined || name.endsWith("/")) continue;
        // The reader has taken out of a name what would lead outside.
        const path = join(folder, name);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, data);
    }
}

/** What it says goes to the log, and its last lines are kept for whoever asks why it failed. */
function logged(child: ChildProcess, logFile: string): string[] {
    const log = openSync(logFile, "a", 0o600);
    const lines: string[] = [];
    child.stderr?.on("data", (chunk: Buffer) => {
        writeFileSync(log, chunk);
        lines.push(...chunk.toString().split("\n").filter(Boolean));
        lines.splice(0, lines.length - 20);
    });
    child.once("close", () => closeSync(log));
    return lines;
}

function portOf(child: ChildProcess): Promise<number> {
    return new Promise((done) => {
        child.stdout?.once("data", (chunk: Buffer) => done(JSON.parse(chunk.toString()).port));
    });
}

function late(): Promise<undefined> {
    return new Promise((done) => setTimeout(() => done(undefined), READY_WITHIN_MS).unref());
}
