import { parseArgs } from "node:util";
import { paths } from "../../tools/paths.mjs";
import { knownStacks, requireKnownStack } from "../../tools/pulumi/stacks.mjs";
import { UserError } from "../cli/user-error.ts";
import type { Step } from "./step.ts";
import { STEPS } from "./steps/index.ts";
import { FORMATS, type Format } from "./text.ts";

export interface VerifyOptions {
    stack: string;
    steps: readonly Step[];
    format: Format;
    out: string | undefined;
    patienceMs: number;
}

/** The options, or what to show instead of a run. */
export function verifyOptions(args: string[]): VerifyOptions | "list" {
    const { values } = parseArgs({
        args,
        options: {
            stack: { type: "string" },
            only: { type: "string", multiple: true, default: [] },
            list: { type: "boolean", default: false },
            format: { type: "string", default: "human" },
            out: { type: "string" },
            patience: { type: "string", default: "180" },
        },
    });
    if (values.list) return "list";
    const { stack, only, out } = values;
    if (stack === undefined) throw new UserError(`Name the stack with --stack: ${knownStacks(paths).join(", ")}.`);
    requireKnownStack(paths, stack);
    const format = FORMATS.find((name) => name === values.format);
    if (format === undefined) throw new UserError(`Unknown format "${values.format}": choose ${FORMATS.join(", ")}.`);
    const names = STEPS.map(({ name }) => name);
    const strange = only.find((name) => !names.includes(name));
    if (strange !== undefined) throw new UserError(`No step is called "${strange}". There are ${names.join(", ")}.`);
    const seconds = Number(values.patience);
    if (!(seconds >= 1 && seconds <= 3600)) {
        throw new UserError(`--patience must be 1 to 3600 seconds, got "${values.patience}".`);
    }
    const steps = STEPS.filter(({ name }) => only.length === 0 || only.includes(name));
    return { stack, steps, format, out, patienceMs: seconds * 1000 };
}
