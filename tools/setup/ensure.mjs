import fs from "node:fs";
import { browserStep } from "./browser.mjs";
import { engineStep } from "./engine/choose.mjs";
import { installerFault } from "./engine/installer.mjs";
import { asFileFailure, Interrupted } from "./failure.mjs";
import { firstLookStep } from "./first-look.mjs";
import { librariesStep } from "./libraries.mjs";
import { takeLock } from "./lock.mjs";
import { pythonStep } from "./python.mjs";

/** @typedef {"libraries" | "engine" | "python" | "firstLook" | "browser"} Need */
/** @typedef {import("../paths.mjs").PlatformPaths} PlatformPaths */

/** @type {Record<Need, import("./context.mjs").SetUpStep>} */
const steps = {
    libraries: librariesStep,
    engine: engineStep,
    python: pythonStep,
    firstLook: firstLookStep,
    browser: browserStep,
};

/** @type {readonly Need[]} */
export const everything = ["libraries", "engine", "python"];

/**
 * @typedef {object} EnsureOptions
 * @property {PlatformPaths} at
 * @property {NodeJS.ProcessEnv} env
 * @property {AbortSignal} signal
 * @property {ReturnType<typeof import("./progress.mjs").createProgress>} progress
 * @property {typeof installerFault} [checkInstaller]
 */

/**
 * What is there of each need; nothing for a need that has to be made.
 * @param {readonly Need[]} needs
 * @param {PlatformPaths} at
 * @param {NodeJS.ProcessEnv} env
 */
export function whatIsReady(needs, at, env) {
    return needs.map((need) => ({ need, ready: steps[need].ready(at, env) }));
}

/**
 * Makes what is missing, side by side, and only then resolves. Rejects with one failure, after everything has stopped.
 * @param {readonly Need[]} needs
 * @param {EnsureOptions} options
 * @returns {Promise<string[]>} what is there, in words
 */
export async function ensureSetUp(needs, { at, env, signal, progress, checkInstaller = installerFault }) {
    const before = whatIsReady(needs, at, env);
    if (before.every(({ ready }) => ready !== undefined)) return before.map(({ ready }) => String(ready));
    try {
        fs.mkdirSync(at.setup, { recursive: true });
        const onWait = (/** @type {number} */ pid) =>
            progress.say(`Another set-up (process ${pid}) is at work: waiting.`);
        const giveBack = await takeLock(at.setup, { signal, onWait });
        try {
            return await makeMissing(needs, { at, env, signal, progress, checkInstaller });
        } finally {
            giveBack();
        }
    } catch (error) {
        throw asFileFailure(error, at.platform);
    }
}

/**
 * @param {readonly Need[]} needs
 * @param {Required<EnsureOptions>} options
 */
async function makeMissing(needs, { at, env, signal, progress, checkInstaller }) {
    const stop = new AbortController();
    const pass = () => stop.abort(signal.reason);
    signal.addEventListener("abort", pass, { once: true });
    let failure;
    const run = async (/** @type {Need} */ need, /** @type {Promise<unknown>} */ librariesDone) => {
        const { title, ready, make } = steps[need];
        const there = ready(at, env);
        if (there !== undefined) return there;
        const { detail, done, failed, stopped } = progress.start(title);
        try {
            const installerFault = checkInstaller;
            const made = await make({ at, env, signal: stop.signal, detail, librariesDone, installerFault });
            done(made);
            return made;
        } catch (error) {
            if (stop.signal.aborted) stopped();
            else failed();
            failure ??= error;
            stop.abort("the failure of another step");
            throw error;
        }
    };
    const libraries = needs.includes("libraries") ? run("libraries", Promise.resolve()) : Promise.resolve("");
    const work = needs.map((need) => (need === "libraries" ? libraries : run(need, libraries)));
    const results = await Promise.allSettled(work);
    signal.removeEventListener("abort", pass);
    if (signal.aborted) throw new Interrupted(signal.reason);
    if (failure !== undefined) throw failure;
    return results.map((result) => (result.status === "fulfilled" ? result.value : ""));
}
