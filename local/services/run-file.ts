import { readFileSync } from "node:fs";

/** What another process needs to know to use the running services. */
export interface RunFile {
    readonly pid: number;
    /** `http://127.0.0.1:PORT`, the one endpoint of all services. */
    readonly endpoint: string;
    readonly accountId: string;
    readonly region: string;
    /** The administrator of this one run: made at start, worthless after it. */
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    /** ISO 8601, UTC. */
    readonly startedAt: string;
}

/** The content of a run file whose services still run, or undefined when there is none. */
export function readRunFile(path: string): RunFile | undefined {
    let content: string;
    try {
        content = readFileSync(path, "utf8");
    } catch {
        return undefined;
    }
    const run = parse(content);
    return run !== undefined && isAlive(run.pid) ? run : undefined;
}

function parse(content: string): RunFile | undefined {
    try {
        const run = JSON.parse(content);
        return typeof run?.pid === "number" && typeof run.endpoint === "string" ? run : undefined;
    } catch {
        return undefined;
    }
}

/** Whether a process exists, also one that belongs to somebody else. */
export function isAlive(pid: number): boolean {
    try {
        process.kill(pid, 0);
        return true;
    } catch (error) {
        return (error as NodeJS.ErrnoException).code === "EPERM";
    }
}
