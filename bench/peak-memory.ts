import { readdirSync, readFileSync } from "node:fs";

const LOOK_MS = 200;

/**
 * The most that any one process below another held. Read out of `/proc`, where the kernel keeps the peak of each process
 * that lives; a system without it tells nothing.
 */
export class PeakMemory {
    private peak: number | undefined;
    private readonly root: number | undefined;
    private readonly timer: NodeJS.Timeout;

    constructor(root: number | undefined) {
        this.root = root;
        this.timer = setInterval(() => this.look(), LOOK_MS);
    }

    /** The peak in MB. */
    end(): number | undefined {
        clearInterval(this.timer);
        return this.peak;
    }

    private look(): void {
        const parents = new Map<number, number>();
        const peaks = new Map<number, number>();
        for (const name of processes()) {
            const status = statusOf(name);
            parents.set(Number(name), numberIn(status, /^PPid:\s+(\d+)/m));
            peaks.set(Number(name), numberIn(status, /^VmHWM:\s+(\d+) kB/m) / 1000);
        }
        for (const [pid, peak] of peaks) {
            if (this.isBelow(pid, parents)) this.peak = Math.max(this.peak ?? 0, peak);
        }
    }

    private isBelow(pid: number, parents: ReadonlyMap<number, number>): boolean {
        for (let at: number | undefined = pid; at !== undefined && at > 1; at = parents.get(at)) {
            if (at === this.root) return true;
        }
        return false;
    }
}

function processes(): string[] {
    try {
        return readdirSync("/proc").filter((name) => /^\d+$/.test(name));
    } catch {
        return [];
    }
}

/** Empty for a process that has just ended. */
function statusOf(pid: string): string {
    try {
        return readFileSync(`/proc/${pid}/status`, "utf8");
    } catch {
        return "";
    }
}

function numberIn(text: string, pattern: RegExp): number {
    return Number(pattern.exec(text)?.[1] ?? 0);
}
