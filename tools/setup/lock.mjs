import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Interrupted } from "./failure.mjs";

const pollMilliseconds = 250;
const beatMilliseconds = 5_000;
// A holder whose process id was reused never beats; a laptop that slept gets the time to beat again.
const silentMilliseconds = 60_000;

/**
 * Lets one set-up at a time work in a repository. A second one waits; the lock of a process that is gone is taken over.
 * @param {string} folder
 * @param {{ signal: AbortSignal, onWait: (pid: number) => void, silent?: number }} options
 * @returns {Promise<() => void>} gives the lock back
 */
export async function takeLock(folder, { signal, onWait, silent = silentMilliseconds }) {
    const file = path.join(folder, "lock");
    const token = JSON.stringify({ pid: process.pid, since: new Date().toISOString() });
    let seen = { text: "", beat: 0, at: 0 };
    let told = false;
    while (!create(file, token)) {
        const holder = look(file);
        if (holder === undefined) continue;
        if (holder.text !== seen.text || holder.beat !== seen.beat) seen = { ...holder, at: Date.now() };
        if (!alive(holder.pid) || Date.now() - seen.at > silent) {
            takeAway(file, holder.text);
            continue;
        }
        if (!told) onWait(holder.pid);
        told = true;
        await sleep(pollMilliseconds, undefined, { signal }).catch(() => {});
        if (signal.aborted) throw new Interrupted(signal.reason);
    }
    const beat = setInterval(() => touch(file), beatMilliseconds).unref();
    return () => {
        clearInterval(beat);
        if (look(file)?.text === token) fs.rmSync(file, { force: true });
    };
}

/**
 * @param {string} file
 * @param {string} token
 */
function create(file, token) {
    // Linked into place with its content, so that nobody ever reads an empty lock.
    const draft = `${file}.${process.pid}`;
    fs.writeFileSync(draft, token);
    try {
        fs.linkSync(draft, file);
        return true;
    } catch (error) {
        if (/** @type {NodeJS.ErrnoException} */ (error).code === "EEXIST") return false;
        throw error;
    } finally {
        fs.rmSync(draft, { force: true });
    }
}

/** @param {string} file */
function look(file) {
    try {
        const text = fs.readFileSync(file, "utf8");
        return { text, pid: pidIn(text), beat: fs.statSync(file).mtimeMs };
    } catch {
        return undefined;
    }
}

/** @param {string} text */
function pidIn(text) {
    try {
        return Number(JSON.parse(text).pid);
    } catch {
        return Number.NaN;
    }
}

/** @param {number} pid */
function alive(pid) {
    if (!Number.isInteger(pid) || pid <= 0) return false;
    try {
        return process.kill(pid, 0);
    } catch (error) {
        return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
    }
}

/**
 * Two waiters may both find the lock dead: the one that moved away a lock that is not the dead one puts it back.
 * @param {string} file
 * @param {string} dead
 */
function takeAway(file, dead) {
    const aside = `${file}.dead.${process.pid}`;
    try {
        fs.renameSync(file, aside);
        if (fs.readFileSync(aside, "utf8") !== dead) fs.linkSync(aside, file);
    } catch {
        // Someone else was faster; the next look tells.
    }
    fs.rmSync(aside, { force: true });
}

/** @param {string} file */
function touch(file) {
    try {
        const now = new Date();
        fs.utimesSync(file, now, now);
    } catch {
        // The folder was removed under us; the step in progress reports that better.
    }
}
