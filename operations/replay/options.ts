import { parseArgs } from "node:util";
import { paths } from "../../tools/paths.mjs";
import { knownStacks, requireKnownStack } from "../../tools/pulumi/stacks.mjs";
import { UserError } from "../cli/user-error.ts";

export const HELP = `Usage: npm run replay -- --stack STACK [--under PREFIX]... [--send] [--json]

Shows which messages are parked, and puts them back on the queue they came from.
Do that after the fix: what fails again is parked again.

  --stack STACK   which environment; local while npm start runs
  --under PREFIX  only keys that begin so: a dead-letter queue, a day of one, or
                  one message, as QUEUE/YYYY-MM-DD/ID.json; may be given several
                  times
  --send          put back what waits; without it nothing is changed
  --json          the list as JSON
  --help          this text

Each message goes back once: a mark below replayed/ says so, and the parked
message stays as evidence. Its origin is kept, so that the steps take it for the
delivery it is, never for a second transaction. One that held a card number
cannot go back; its producer must send it again without.

It needs the credentials of a person who may list, read and write the bucket of
parked messages, and send to the queues.

Exit codes: 0 all chosen messages are back or wait; 1 an error; 2 some can never
go back.
`;

export interface ReplayOptions {
    stack: string;
    /** Prefixes of keys; [""] is everything. */
    under: readonly string[];
    send: boolean;
    json: boolean;
}

export function replayOptions(args: string[]): ReplayOptions | "help" {
    const { values } = parseArgs({
        args,
        options: {
            stack: { type: "string" },
            under: { type: "string", multiple: true },
            send: { type: "boolean", default: false },
            json: { type: "boolean", default: false },
            help: { type: "boolean", default: false },
        },
    });
    if (values.help) return "help";
    const { stack, under = [""], send, json } = values;
    if (stack === undefined) throw new UserError(`Name the stack with --stack: ${knownStacks(paths).join(", ")}.`);
    requireKnownStack(paths, stack);
    const mark = under.find((prefix) => prefix.startsWith("replayed"));
    if (mark !== undefined) throw new UserError(`--under names parked messages, and "${mark}" holds only marks.`);
    return { stack, under, send, json };
}
