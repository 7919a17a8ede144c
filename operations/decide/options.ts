import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { paths } from "../../tools/paths.mjs";
import { knownStacks, requireKnownStack } from "../../tools/pulumi/stacks.mjs";
import { UserError } from "../cli/user-error.ts";
import { readDecisions } from "./decision-file.ts";
import { type Given, givenFaults } from "./given.ts";

export interface DecideOptions {
    stack: string;
    /** At least one, each of another transaction, in their order. */
    given: readonly Given[];
    json: boolean;
}

export async function decideOptions(args: string[]): Promise<DecideOptions> {
    const { values } = parseArgs({
        args,
        options: {
            stack: { type: "string" },
            id: { type: "string" },
            decision: { type: "string" },
            by: { type: "string" },
            note: { type: "string" },
            file: { type: "string" },
            json: { type: "boolean", default: false },
        },
    });
    const { stack, file, json, ...one } = values;
    if (stack === undefined) throw new UserError(`Name the stack with --stack: ${knownStacks(paths).join(", ")}.`);
    requireKnownStack(paths, stack);
    if (file === undefined) return { stack, given: [single(one)], json };
    const both = (["id", "decision", "by", "note"] as const).find((name) => one[name] !== undefined);
    if (both !== undefined) throw new UserError(`--file holds the decisions with their ${both}: leave --${both} out.`);
    return { stack, given: readDecisions(await contentOf(file), file), json };
}

function single({ id = "", decision = "", by = "", note }: Partial<Record<keyof Given, string>>): Given {
    const missing = Object.entries({ id, decision, by }).flatMap(([name, value]) =>
        value === "" ? [`--${name}`] : [],
    );
    if (missing.length > 0) throw new UserError(`A decision needs ${missing.join(", ")}; or many of them, --file.`);
    const given = { id, decision, by, ...(note ? { note } : {}) };
    const faults = givenFaults(given);
    if (faults.length > 0) throw new UserError(`${faults.join("\n")}\nNothing was written.`);
    return given as Given;
}

async function contentOf(file: string): Promise<string> {
    try {
        return await readFile(file, "utf8");
    } catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new UserError(`Cannot read ${file}: ${reason}.`);
    }
}
