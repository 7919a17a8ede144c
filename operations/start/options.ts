import { parseArgs } from "node:util";
import { UserError } from "../cli/user-error.ts";

export const HELP = `Usage: npm start -- [--once] [--json FILE] [--samples FOLDER]

Brings the platform up on this machine: previews the program for both clouds
under its guardrails, creates it in the local cloud, feeds it sample files and
live messages, and shows what was found.

  --once            end when everything fed has come to rest; without a
                    terminal this is the default
  --json FILE       write the summary there as well
  --samples FOLDER  feed these instead of the committed samples: a folder for
                    each source (card-network, core-banking, iso20022) and live
  --help            this text

Without --once it stays up until Ctrl-C and takes in what is dropped into the
folder it names. Exit codes: 0 all is accounted for and, with the committed
samples, as expected; 1 something failed or is missing; 3 nothing is known to be
missing, but queues still hold some of it; 130 interrupted.
`;

export interface StartOptions {
    once: boolean;
    json?: string;
    /** Folder given instead of the committed samples. */
    samples?: string;
}

/** The options, or undefined when help was asked for. */
export function startOptions(args: string[], isTerminal: boolean): StartOptions | undefined {
    const { values, positionals } = parseArgs({
        args,
        allowPositionals: true,
        options: {
            once: { type: "boolean", default: false },
            json: { type: "string" },
            samples: { type: "string" },
            help: { type: "boolean", default: false },
        },
    });
    if (values.help) return undefined;
    if (positionals.length > 0) {
        throw new UserError(
            `Unknown argument "${positionals[0]}": use --samples FOLDER to feed other files. Try --help.`,
        );
    }
    const { once, json, samples } = values;
    return { once: once || !isTerminal, ...(json && { json }), ...(samples && { samples }) };
}
