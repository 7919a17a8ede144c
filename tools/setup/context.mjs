/**
 * What a step of the set-up works with.
 * @typedef {object} SetUpContext
 * @property {import("../paths.mjs").PlatformPaths} at
 * @property {NodeJS.ProcessEnv} env
 * @property {AbortSignal} signal fires when the set-up is interrupted or another step failed
 * @property {(detail: string) => void} detail shows what the step is doing
 * @property {Promise<unknown>} librariesDone the engine's installer comes with the libraries
 * @property {() => Promise<string | undefined>} installerFault why the installer's server does not answer
 */

/**
 * @typedef {object} SetUpStep
 * @property {string} title
 * @property {(at: import("../paths.mjs").PlatformPaths, env: NodeJS.ProcessEnv) => string | undefined} ready what is
 * there already, or nothing; starts no program, since it is asked before every command
 * @property {(context: SetUpContext) => Promise<string>} make says what it made
 */

export {};
