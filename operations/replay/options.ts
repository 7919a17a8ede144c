import { parseArgs } from "node:util";
import { paths } from "../../tools/paths.mjs";
import { knownStacks, requireKnownStack } from "../../tools/pulumi/stacks.mjs";
import { UserError } from "../cli/user-error.ts";

export interface ReplayOptions {
    stack: string;
    /** Prefixes of keys; [""] is everything. */
    under: readonly string[];
    send: boolean;
    json: boolean;
}

export function replayOptions(args: string[]): ReplayOptions {
    const { values } = parseArgs({
        args,
        options: {
            stack: { type: "string" },
            under: { type: "string", multiple: true },
            send: { type: "boolean", default: false },
            json: { type: "boolean", default: false },
        },
    });
    const { stack, under = [""], send, json } = values;
    if (stack === undefined) throw new UserError(`Name the stack with --stack: ${knownStacks(paths).join(", ")}.`);
    requireKnownStack(paths, stack);
    const mark = under.find((prefix) => prefix.startsWith("replayed"));
    if (mark !== undefined) throw new UserError(`--under names parked messages, and "${mark}" holds only marks.`);
    return { stack, under, send, json };
}
