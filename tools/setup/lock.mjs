import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive } from "../run/drafts.mjs";
import { Interrupted } from "./failure.mjs";

const pollMilliseconds = 250;
const beatMilliseconds = 5_000;
// A holder whose process id was reused never beats; a laptop that slept gets the time to beat again.
const silentMilliseconds = 60_000;

/**
 * Who has a lock: a process, and the one that started it.
 * @typedef {{ pid: number, parent: number }} Holder
 */

/**
 * Lets one process at a time work in a folder. A second one waits; the lock of a process that is gone is taken over.
 * @param {string} folder
 * @param {object} options
 * @param {AbortSignal} options.signal
 * @param {(pid: number, holder: Holder) => void} options.onWait told once; what it throws ends the waiting
 * @param {number} [options.silent]
 * @param {(pid: number) => boolean} [options.holds] whether a process is one that takes this lock
 * @returns {Promise<() => void>} gives the lock back
 */
export async function takeLock(folder, { signal, onWait, silent = silentMilliseconds, holds = isAlive }) {
    const file = path.join(folder, "lock");
    const token = JSON.stringify({ pid: process.pid, parent: process.ppid, since: new Date().toISOString() });
    let seen = { text: "", beat: 0, at: 0 };
    let told = false;
    while (!create(file, token)) {
        const holder = look(file);
        if (holder === undefined) continue;
        if (holder.text !== seen.text || holder.beat !== seen.beat) seen = { ...holder, at: Date.now() };
        if (!holds(holder.pid) || Date.now() - seen.at > silent) {
            takeAway(file, holder.text);
            continue;
        }
        if (!told) onWait(holder.pid, holder);
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
    const draft = `${file}.${process.pid}.draft`;
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
        return { text, ...holderIn(text), beat: fs.statSync(file).mtimeMs };
    } catch {
        return undefined;
    }
}

/**
 * @param {string} text
 * @returns {Holder}
 */
function holderIn(text) {
    try {
        const { pid, parent } = JSON.parse(text);
        return { pid: Number(pid), parent: Number(parent) };
    } catch {
        return { pid: Number.NaN, parent: Number.NaN };
    }
}

/**
 * Two waiters may both find the lock dead: the one that moved away a lock that is not the dead one puts it back.
 * @param {string} file
 * @param {string} dead
 */
function takeAway(file, dead) {
    const aside = `${file}.dead.${process.pid}.draft`;
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
