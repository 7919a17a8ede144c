import fs from "node:fs";
import path from "node:path";

/** Every file here is written beside its place, under the process that writes it, and then put there in one step. */
const draft = /\.(\d+)\.draft$/;

/**
 * Removes what was being written by processes that are gone: killed in between, they could not.
 * @param {string} folder
 */
export function removeDrafts(folder) {
    if (!fs.existsSync(folder)) return;
    for (const name of fs.readdirSync(folder)) {
        const [, pid] = draft.exec(name) ?? [];
        if (pid !== undefined && !isAlive(Number(pid))) fs.rmSync(path.join(folder, name), { force: true });
    }
}

/**
 * Whether a process exists, also one that belongs to somebody else.
 * @param {number} pid
 */
export function isAlive(pid) {
    if (!Number.isInteger(pid) || pid <= 0) return false;
    try {
        return process.kill(pid, 0);
    } catch (error) {
        return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
    }
}
