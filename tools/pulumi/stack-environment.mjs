import fs from "node:fs";
import { engineEnvironment, fileBackend } from "../engine-environment.mjs";
import { paths } from "../paths.mjs";
import { localStack, stateBackend } from "./stacks.mjs";

/**
 * The environment in which the engine works on a stack: its backend, and for `local` the stand-ins.
 * @param {string} stack
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
export async function stackEnvironment(stack) {
    if (stack !== localStack) return engineEnvironment({ backendUrl: await stateBackend(paths, stack, process.env) });
    // The file backend refuses a folder that does not exist.
    fs.mkdirSync(paths.state, { recursive: true });
    return engineEnvironment({
        standIn: true,
        backendUrl: fileBackend(paths.state),
        storeDir: paths.store,
        servicesFile: paths.servicesFile,
    });
}
