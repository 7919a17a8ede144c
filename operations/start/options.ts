import { parseArgs } from "node:util";
import { UserError } from "../cli/user-error.ts";

export interface StartOptions {
    once: boolean;
    json?: string;
    /** Folder given instead of the committed samples. */
    samples?: string;
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
        },
    });
    if (positionals.length > 0) {
        throw new UserError(
            `Unknown argument "${positionals[0]}": use --samples FOLDER to feed other files. Try --help.`,
        );
    }
    const { once, json, samples } = values;
    return { once: once || !isTerminal, ...(json && { json }), ...(samples && { samples }) };
}
