import readline from "node:readline";
import { spawnOnLeash } from "../run/leash.mjs";
import { Interrupted } from "./failure.mjs";

const secondsToDie = 3;
const linesAtEachEnd = 8;

/**
 * @typedef {object} ChildResult
 * @property {number | undefined} code the exit code; nothing when it was killed or could not start
 * @property {string} stdout
 * @property {string} lines what it wrote, without the middle when that is long: for a message to a person
 */

/**
 * Runs a program to its end and never rejects because of what the program did. When `signal` fires, the program and all
 * it started are ended first; only then does the promise reject, so that nothing is left running behind a message.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env: NodeJS.ProcessEnv, signal: AbortSignal, onLine?: (line: string) => void, limitSeconds?: number }} options
 * @returns {Promise<ChildResult>}
 */
export function runChild(command, args, { cwd, env, signal, onLine, limitSeconds }) {
    return new Promise((resolve, reject) => {
        if (signal.aborted) {
            reject(new Interrupted(signal.reason));
            return;
        }
        // Its own process group, so that the compilers and scripts it starts can be ended with it.
        const child = spawnOnLeash(command, args, { cwd, env });
        /** @type {string[]} */
        const lines = [];
        /** @type {string[]} */
        const stdout = [];
        const note = (/** @type {string} */ line) => {
            if (line.trim() === "") return;
            lines.push(line);
            onLine?.(line);
        };
        readline.createInterface({ input: child.stdout }).on("line", (line) => {
            stdout.push(line);
            note(line);
        });
        readline.createInterface({ input: child.stderr }).on("line", note);

        const end = () => endGroup(child.pid);
        signal.addEventListener("abort", end, { once: true });
        const limit = limitSeconds === undefined ? undefined : setTimeout(tooSlow, limitSeconds * 1000);
        function tooSlow() {
            note(`it took more than ${limitSeconds} s`);
            end();
        }
        const settle = (/** @type {number | null} */ code) => {
            clearTimeout(limit);
            signal.removeEventListener("abort", end);
            if (signal.aborted) reject(new Interrupted(signal.reason));
            else resolve({ code: code ?? undefined, stdout: stdout.join("\n"), lines: shorten(lines) });
        };
        child.once("error", (error) => {
            note(`${command}: ${error.message}`);
            settle(null);
        });
        child.once("close", settle);
    });
}

/**
 * The cause is often said first, and the consequence last.
 * @param {string[]} lines
 */
function shorten(lines) {
    const left = lines.length - 2 * linesAtEachEnd;
    if (left <= 0) return lines.join("\n");
    return [...lines.slice(0, linesAtEachEnd), `… ${left} more lines …`, ...lines.slice(-linesAtEachEnd)].join("\n");
}

/** @param {number | undefined} leader the process id of the group's first process */
function endGroup(leader) {
    if (leader === undefined || !signalGroup(leader, "SIGTERM")) return;
    setTimeout(() => signalGroup(leader, "SIGKILL"), secondsToDie * 1000).unref();
}

/**
 * @param {number} leader
 * @param {NodeJS.Signals} name
 */
function signalGroup(leader, name) {
    try {
        return process.kill(-leader, name);
    } catch {
        return false;
    }
}
