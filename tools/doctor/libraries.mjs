import fs from "node:fs";
import path from "node:path";
import { librariesStep, ofAnotherSystem } from "../setup/libraries.mjs";
import { fails, note, well } from "./finding.mjs";

const INSTALL = "$ npm run setup";

/**
 * Whether what the lock file names is installed, and for this system.
 * @type {import("./finding.mjs").Check}
 */
export function librariesOf({ at, env, machine }) {
    if (!fs.existsSync(path.join(at.root, "package-lock.json"))) {
        return [fails("libraries", "package-lock.json is missing", "$ git checkout package-lock.json")];
    }
    const foreign = ofAnotherSystem(at, machine);
    if (foreign.length > 0) {
        const says = `node_modules is of another system: ${foreign.join(", ")} do not run on ${machine.platform} ${machine.arch}`;
        return [fails("libraries", says, "Do not copy node_modules between machines or into containers.", INSTALL)];
    }
    const ready = librariesStep.ready(at, env);
    if (ready !== undefined) return [well("libraries", ready)];
    if (!fs.existsSync(at.nodeModules)) return [note("libraries", "are not installed yet", INSTALL)];
    return [fails("libraries", "node_modules is not what package-lock.json says", INSTALL)];
}
