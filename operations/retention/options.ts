import { parseArgs } from "node:util";
import { paths } from "../../tools/paths.mjs";
import { knownStacks, requireKnownStack } from "../../tools/pulumi/stacks.mjs";
import { UserError } from "../cli/user-error.ts";

export interface RetentionOptions {
    readonly stack: string;
    readonly what: "show" | "delete" | "hold" | "lift";
    /** Of the transactions to hold or to let go. */
    readonly ids: readonly string[];
    readonly atMost: number;
}

export function retentionOptions(args: string[]): RetentionOptions {
    const { values } = parseArgs({
        args,
        options: {
            stack: { type: "string" },
            delete: { type: "boolean", default: false },
            hold: { type: "boolean", default: false },
            lift: { type: "boolean", default: false },
            id: { type: "string", multiple: true, default: [] },
            "at-most": { type: "string", default: "1000" },
        },
    });
    const { stack, id: ids } = values;
    if (stack === undefined) throw new UserError(`Name the stack with --stack: ${knownStacks(paths).join(", ")}.`);
    requireKnownStack(paths, stack);
    const asked = (["delete", "hold", "lift"] as const).filter((name) => values[name]);
    if (asked.length > 1) throw new UserError("--delete, --hold and --lift are three things: name one of them.");
    const [what = "show"] = asked;
    if ((what === "hold" || what === "lift") !== ids.length > 0) {
        throw new UserError(
            "--hold and --lift are about transactions: name each with --id, and --id with one of them.",
        );
    }
    const atMost = Number(values["at-most"]);
    if (!Number.isInteger(atMost) || atMost < 1) {
        throw new UserError(`--at-most must be a whole number of 1 or more, got "${values["at-most"]}".`);
    }
    return { stack, what, ids, atMost };
}
