import { readFile } from "node:fs/promises";

/** What a running set of local services says of itself; its credentials are left out. */
export interface RunningServices {
    readonly pid: number;
    readonly endpoint: string;
    readonly accountId: string;
    readonly region: string;
    readonly startedAt: string;
}

/** The services behind the run file; undefined when there is none or its process is gone. */
export async function runningServices(runFile: string): Promise<RunningServices | undefined> {
    const services = await readRunFile(runFile);
    return services !== undefined && isAlive(services.pid) ? services : undefined;
}

export async function readRunFile(runFile: string): Promise<RunningServices | undefined> {
    let text: string;
    try {
        text = await readFile(runFile, "utf8");
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
        throw error;
    }
    try {
        const { pid, endpoint, accountId, region, startedAt } = JSON.parse(text) as RunningServices;
        return { pid, endpoint, accountId, region, startedAt };
    } catch {
        throw new Error(`${runFile} is not valid JSON: stop the local services and remove it`);
    }
}

export function isAlive(pid: number): boolean {
    try {
        process.kill(pid, 0);
        return true;
    } catch (error) {
        return (error as NodeJS.ErrnoException).code === "EPERM";
    }
}
