import { localStack } from "../pulumi/stacks.mjs";
import { engineStep } from "../setup/engine/choose.mjs";
import { pulumiOnPath } from "../setup/engine/on-path.mjs";
import { oldestEngine } from "../setup/engine/pinned.mjs";
import { readValidEngineRecord } from "../setup/engine-record.mjs";
import { findProgram } from "../setup/find-program.mjs";
import { fails, note, well } from "./finding.mjs";

const OFFICIAL = "Install the official one: https://www.pulumi.com/docs/install/";

/**
 * Which engine there is, and whether the stack can be worked on with it.
 * @type {import("./finding.mjs").Check}
 */
export function engineOf({ at, env, stack }) {
    const ready = engineStep.ready(at, env);
    if (ready === undefined) {
        const others = [
            pulumiOnPath(at, env) && "pulumi is on PATH",
            findProgram("go", env.PATH) && "go is on PATH, which can build one",
        ].filter((text) => text !== undefined);
        const from = others.length > 0 ? others.join("; ") : "neither pulumi nor go is on PATH, so it must be fetched";
        return [note("engine", `is not set up yet: ${from}`, "$ npm run setup")];
    }
    const isOurs = readValidEngineRecord(at)?.route === "modules";
    if (isOurs && stack !== undefined && stack !== localStack) {
        const says = `${ready} serves ${localStack} and offline previews; ${stack} needs the official CLI, ${oldestEngine} or newer`;
        return [fails("engine", says, OFFICIAL)];
    }
    const found = well("engine", ready);
    return isOurs ? [found, note("engine", `it serves ${localStack} and offline previews only`, OFFICIAL)] : [found];
}
