import { parseArgs } from "node:util";
import { paths } from "../../tools/paths.mjs";
import { knownStacks, requireKnownStack } from "../../tools/pulumi/stacks.mjs";
import { UserError } from "../cli/user-error.ts";
import type { Step } from "./step.ts";
import { STEPS } from "./steps/index.ts";
import { FORMATS, type Format } from "./text.ts";

export const HELP = `Usage: npm run verify -- --stack STACK [--only STEP]... [--out FILE]
                             [--format human|json|markdown] [--patience SECONDS]
       npm run verify -- --list

Checks of a stack that is up what no preview can say, with transactions of
nobody. Run it after the first update of an account and after great changes.

  --stack STACK      which environment; local while npm start runs
  --only STEP        only this step; may be given several times
  --list             the steps, and what each proves
  --format           human (default), json or markdown
  --out FILE         where the evidence goes, as JSON; default:
                     .platform/evidence/STACK/TIME.json
  --patience SECONDS longest wait for one thing to happen; default: 180
  --help             this text

It tells the receivers: one fraud alert of the transaction platform-verify:…,
one alarm of operations whose reason says that it is a drill, and notices of a
duplicate, a conflict and a dead letter. What it makes it takes away, but its
few rows in ledger and records stay, as every transaction's do: they occurred
400 days ago in accounts that begin with VERIFY.

It needs the credentials of a person who may look at all of the stack, send to
its queues, put files into landing, set alarms, subscribe its topics, and make
and delete a queue named platform-verify-….

COMPLIANCE_EXCHANGE_TOKEN: a token of Entra for the exchange's application, as
Data Factory gets one; without it the step token cannot tell.

Exit codes: 0 all held; 1 something could not be told; 2 something failed, or
stayed behind; 130 interrupted.
`;

export interface VerifyOptions {
    stack: string;
    steps: readonly Step[];
    format: Format;
    out: string | undefined;
    patienceMs: number;
}

/** The options, or what to show instead of a run. */
export function verifyOptions(args: string[]): VerifyOptions | "help" | "list" {
    const { values } = parseArgs({
        args,
        options: {
            stack: { type: "string" },
            only: { type: "string", multiple: true, default: [] },
            list: { type: "boolean", default: false },
            format: { type: "string", default: "human" },
            out: { type: "string" },
            patience: { type: "string", default: "180" },
            help: { type: "boolean", default: false },
        },
    });
    if (values.help) return "help";
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
