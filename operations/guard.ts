import { parseArgs } from "node:util";
import { paths } from "../tools/paths.mjs";
import { knownStacks, localStack, requireBootstrap, requireKnownStack } from "../tools/pulumi/stacks.mjs";
import { main } from "./cli/main.ts";
import { UserError } from "./cli/user-error.ts";
import { writeOutput } from "./cli/write-output.ts";
import { FORMATS, type Format, formatted } from "./guard/formats/index.ts";
import { asText } from "./guard/formats/text.ts";
import { judgeOnce } from "./guard/judge-once.ts";
import { exitCode } from "./preview/report.ts";

async function guard(args: string[]): Promise<number> {
    const { values } = parseArgs({
        args,
        options: {
            stack: { type: "string" },
            bootstrap: { type: "boolean", default: false },
            watch: { type: "boolean", default: false },
            format: { type: "string", default: "text" },
            out: { type: "string" },
        },
    });
    const { stack, bootstrap, watch, out } = values;
    const format = formatNamed(values.format);
    if (stack === undefined) throw new UserError(`Name the stack with --stack: ${knownStacks(paths).join(", ")}.`);
    requireKnownStack(paths, stack);
    if (bootstrap && stack === localStack) throw new UserError("Nothing must exist before the stack local.");
    if (bootstrap) requireBootstrap(paths, stack);
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
