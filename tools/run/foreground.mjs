import { spawn } from "node:child_process";
import { exitCodeOf } from "../setup/prepare.mjs";

/** @type {NodeJS.Signals[]} */
const endings = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Runs a program in our place and waits until it has shut itself down.
 *
 * One Ctrl-C reaches us twice, from the terminal and from npm, and a program that sees two interrupts gives up its clean
 * shutdown (Pulumi leaves resources pending). So the program runs outside the terminal's process group and gets each
 * signal from us, once.
 * @param {string} command
 * @param {string[]} args
 * @param {object} options
 * @param {NodeJS.ProcessEnv} options.env
 * @param {string} [options.cwd]
 * @param {boolean} [options.lifeline] opens the channel by which a program that loads lifeline.mjs notices our death
 * @param {number} [options.samePressMilliseconds] what comes so close after a signal is the same press of a key
 * @returns {Promise<number>} its exit code
 */
export function runInForeground(command, args, { env, cwd, lifeline = false, samePressMilliseconds = 500 }) {
    return new Promise((resolve, reject) => {
        const child = spawn(command, args, {
            env,
            cwd,
            detached: true,
            stdio: ["inherit", "inherit", "inherit", ...(lifeline ? [/** @type {const} */ ("ipc")] : [])],
        });
        const pass = onceForEachPress((name) => child.kill(name), samePressMilliseconds);
        const resize = () => child.kill("SIGWINCH");
        for (const name of endings) process.on(name, pass);
        process.on("SIGWINCH", resize);
        const done = () => {
            for (const name of endings) process.off(name, pass);
            process.off("SIGWINCH", resize);
        };
        child.once("error", (error) => {
            done();
            reject(error);
        });
        child.once("exit", (code, signal) => {
            done();
            resolve(code ?? exitCodeOf(signal ?? "SIGTERM"));
        });
    });
}

/**
 * A closed terminal asks for the same clean end as SIGTERM, which programs handle more often.
 * @param {(name: NodeJS.Signals) => unknown} pass
 * @param {number} milliseconds
 */
function onceForEachPress(pass, milliseconds) {
    let last = Number.NEGATIVE_INFINITY;
    return (/** @type {NodeJS.Signals} */ name) => {
        const before = last;
        last = performance.now();
        if (last - before >= milliseconds) pass(name === "SIGHUP" ? "SIGTERM" : name);
    };
}
