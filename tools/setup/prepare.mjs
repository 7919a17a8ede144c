import os from "node:os";
import { paths } from "../paths.mjs";
import { ensureSetUp } from "./ensure.mjs";
import { Interrupted } from "./failure.mjs";
import { createProgress } from "./progress.mjs";

/** @type {NodeJS.Signals[]} */
const endings = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Sets up what a command needs and tells the person about it on standard error, which leaves standard output to the
 * command itself.
 * @param {readonly import("./ensure.mjs").Need[]} needs
 * @param {{ tellWhenReady?: boolean }} [options]
 * @returns {Promise<number>} the exit code: 0 when all is there
 */
export async function prepare(needs, { tellWhenReady = false } = {}) {
    const stream = process.stderr;
    const progress = createProgress(stream, stream.isTTY === true && process.env.CI === undefined);
    const stop = new AbortController();
    const onSignal = (/** @type {NodeJS.Signals} */ name) => stop.abort(name);
    for (const name of endings) process.on(name, onSignal);
    try {
        const ready = await ensureSetUp(needs, { at: paths, env: process.env, signal: stop.signal, progress });
        if (tellWhenReady) progress.say(`Ready: Node ${process.versions.node}, ${ready.join(", ")}`);
        return 0;
    } catch (error) {
        if (error instanceof Interrupted) {
            progress.say("Set-up interrupted. Nothing is left running; the same command goes on with it.");
            return exitCodeOf(/** @type {NodeJS.Signals} */ (error.reason));
        }
        progress.say(error instanceof Error ? error.message : String(error));
        return 1;
    } finally {
        for (const name of endings) process.off(name, onSignal);
    }
}

/**
 * What a shell reports for a program that a signal ended.
 * @param {NodeJS.Signals} name
 */
export function exitCodeOf(name) {
    return 128 + os.constants.signals[name];
}
