import { parseArgs } from "node:util";
import { UserError } from "../cli/user-error.ts";
import { ORCHESTRATORS, type Orchestrator } from "./batch/orchestrators.ts";

export interface StartOptions {
    once: boolean;
    json?: string;
    /** Folder given instead of the committed samples. */
    samples?: string;
    /** What runs the batch side. */
    orchestrator: Orchestrator;
}

/** What the command was asked for. */
export function startOptions(args: string[], isTerminal: boolean): StartOptions {
    const { values, positionals } = parseArgs({
        args,
        allowPositionals: true,
        options: {
            once: { type: "boolean", default: false },
            json: { type: "string" },
            samples: { type: "string" },
            orchestrator: { type: "string", default: "step-functions" },
        },
    });
    if (positionals.length > 0) {
        throw new UserError(
            `Unknown argument "${positionals[0]}": use --samples FOLDER to feed other files. Try --help.`,
        );
    }
    const { once, json, samples } = values;
    const orchestrator = ORCHESTRATORS.find((one) => one === values.orchestrator);
    if (orchestrator === undefined) {
        throw new UserError(`--orchestrator takes ${ORCHESTRATORS.join(" or ")}, got "${values.orchestrator}".`);
    }
    return { orchestrator, once: once || !isTerminal, ...(json && { json }), ...(samples && { samples }) };
}
