import { parseArgs } from "node:util";
import { paths } from "../tools/paths.mjs";
import { knownStacks, localStack, requireKnownStack } from "../tools/pulumi/stacks.mjs";
import { main } from "./cli/main.ts";
import { UserError } from "./cli/user-error.ts";
import { writeOutput } from "./cli/write-output.ts";
import { FORMATS, type Format, formatted } from "./guard/formats/index.ts";
import { asText } from "./guard/formats/text.ts";
import { judgeOnce } from "./guard/judge-once.ts";
import { exitCode } from "./preview/report.ts";

const HELP = `Usage: npm run guard -- --stack STACK [--bootstrap] [--watch]
                            [--format text|json|github|problems] [--out FILE]

Checks the program of a stack by every guardrail in one process: the findings of
npm run preview -- --offline, without an engine.

  --stack STACK   which environment: dev, prod or local
  --bootstrap     what must exist before the stack, instead
  --watch         stays, and answers after each save: what is new, what is
                  still open, what is mended; Ctrl-C ends it
  --format        text (default); json, as the preview's with the places in the
                  sources; github, which notes on the lines of a change;
                  problems, one line each for an editor
  --out FILE      write the report there as well as the result line here
  --help          this text

Exit codes: 0 clean; 1 it could not be judged; 2 a guardrail blocks it (a
violation, or a check that could not be decided).
`;

async function guard(args: string[]): Promise<number> {
    const { values } = parseArgs({
        args,
        options: {
            stack: { type: "string" },
            bootstrap: { type: "boolean", default: false },
            watch: { type: "boolean", default: false },
            format: { type: "string", default: "text" },
            out: { type: "string" },
            help: { type: "boolean", default: false },
        },
    });
    if (values.help) {
        process.stdout.write(HELP);
        return 0;
    }
    const { stack, bootstrap, watch, out } = values;
    const format = formatNamed(values.format);
    if (stack === undefined) throw new UserError(`Name the stack with --stack: ${knownStacks(paths).join(", ")}.`);
    requireKnownStack(paths, stack);
    if (bootstrap && stack === localStack) throw new UserError("Nothing must exist before the stack local.");
    const program = bootstrap ? ("bootstrap" as const) : ("platform" as const);
    const question = { root: paths.root, cache: paths.cache, stack, program };
    if (watch) {
        if (out !== undefined)
            throw new UserError("--out takes one report, --watch gives many: leave one of them out.");
        const { watchStack } = await import("./guard/watch/watch-stack.ts");
        return watchStack(question, format);
    }
    const { report } = await judgeOnce(question);
    const text = formatted(report, format);
    if (out) await writeOutput(out, text);
    process.stdout.write(out ? asText(report) : text);
    return exitCode(report);
}

function formatNamed(name: string): Format {
    const format = FORMATS.find((known) => known === name);
    if (format !== undefined) return format;
    throw new UserError(`Unknown format "${name}": choose ${FORMATS.join(", ")} with --format.`);
}

main(guard);
