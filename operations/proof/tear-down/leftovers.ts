import { existsSync, readdirSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { basename, dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type PlatformPaths, platformPaths } from "../../../tools/paths.mjs";
import { isAlive } from "../../../tools/run/drafts.mjs";
import { nameOf, processesOf } from "./processes.ts";

const LOOK_MS = 200;
/** What an orphan may take to notice, on a machine that does much else; one that never does is told, and ended. */
const NOTICED_WITHIN_MS = 60_000;
/** What compilers keep between runs. */
const CACHES = /^(tsx-|ts-node|node-compile-cache)/;

/** Waits until every process of a folder has ended; those that do not are killed and named. */
export async function outlived(folder: string, withinMs = NOTICED_WITHIN_MS): Promise<string[]> {
    const until = Date.now() + withinMs;
    for (;;) {
        const left = processesOf(folder);
        if (left.length === 0) return [];
        if (Date.now() > until) {
            for (const { pid } of left) kill(pid);
            return left.map(nameOf);
        }
        await delay(LOOK_MS);
    }
}

export function kill(pid: number): void {
    try {
        process.kill(pid, "SIGKILL");
    } catch {
        // It was faster.
    }
}

/**
 * The ports of this machine, out of what a start said, at which somebody still answers after a while: a process that ends is
 * no longer listed a moment before its sockets are closed.
 */
export async function openPorts(said: string, withinMs = NOTICED_WITHIN_MS): Promise<string[]> {
    const ports = new Set([...said.matchAll(/http:\/\/127\.0\.0\.1:(\d+)/g)].map(([, port]) => Number(port)));
    const until = Date.now() + withinMs;
    const open: string[] = [];
    for (const port of ports) {
        while ((await isOpen(port)) && Date.now() < until) await delay(LOOK_MS);
        if (await isOpen(port)) open.push(`port ${port}`);
    }
    return open;
}

/** Whether anything listens on a port of this machine. */
export function isOpen(port: number): Promise<boolean> {
    return new Promise((resolve) => {
        const socket = connect(port, "127.0.0.1");
        socket.once("connect", () => socket.destroy(new Error("open")));
        socket.once("error", (error) => resolve(error.message === "open"));
    });
}

/** Files and folders of a start that was to leave none: of its cloud, temporary ones, locks, and what is half-written. */
export function filesLeft(folder: string, root: string): string[] {
    const at: PlatformPaths = platformPaths(root, folder);
    const own = [at.state, at.store, at.servicesFile, join(dirname(at.servicesFile), "tmp")].filter(existsSync);
    const temporary = entries(join(folder, "tmp")).filter((file) => !CACHES.test(basename(file)));
    const kept = [dirname(at.servicesFile), at.setup, at.cache, at.bundles, at.platform].flatMap(entries);
    const half = kept.filter((file) => file.endsWith(".partial") || isOfTheDead(file));
    return [...own, ...temporary, ...half].map((file) => file.replace(`${folder}/`, "").replace(`${root}/`, ""));
}

/** A lock, or a file that was being written, of a process that is gone; others at work have theirs. */
function isOfTheDead(file: string): boolean {
    const [, writer] = /\.(\d+)\.draft$/.exec(file) ?? [];
    if (writer !== undefined) return !isAlive(Number(writer));
    return basename(file) === "lock" && !isAlive(holderOf(file));
}

function holderOf(lock: string): number {
    try {
        return Number(JSON.parse(readFileSync(lock, "utf8")).pid);
    } catch {
        return Number.NaN;
    }
}

function entries(folder: string): string[] {
    return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}
