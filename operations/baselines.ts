import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { paths } from "../tools/paths.mjs";
import { knownStacks, requireKnownStack } from "../tools/pulumi/stacks.mjs";
import { asLines } from "./access/as-text.ts";
import { knownAccess } from "./access/known-access.ts";
import { difference } from "./baselines/difference.ts";
import { accessFile, baselineFile } from "./baselines/files.ts";
import { makeBaseline } from "./baselines/make.ts";
import { interruptible } from "./cli/interrupt.ts";
import { main } from "./cli/main.ts";
import { Story } from "./cli/story.ts";
import { writeOutput } from "./cli/write-output.ts";

async function baselines(args: string[]): Promise<number> {
    const { values } = parseArgs({
        args,
        options: {
            check: { type: "boolean", default: false },
            stack: { type: "string" },
        },
    });
    if (values.stack !== undefined) requireKnownStack(paths, values.stack);
    const signal = interruptible();
    const story = new Story();
    let differing = 0;
    for (const stack of values.stack ? [values.stack] : knownStacks(paths)) {
        const made = [
            {
                title: `Baseline of ${stack}`,
                file: baselineFile(stack),
                make: () => makeBaseline(paths.root, stack, signal),
            },
            {
                title: `Access in ${stack}`,
                file: accessFile(stack),
                make: async () => asLines(stack, await knownAccess(stack)),
            },
        ];
        for (const { title, file, make } of made) {
            const before = await readFile(join(paths.root, file), "utf8").catch(() => "");
            const after = await story.step(
                title,
                make,
                (text) => summary(before, text, file),
                (text) => !values.check || text === before,
            );
            if (after === before) continue;
            differing += 1;
            if (values.check) for (const line of difference(before, after)) story.line(`  ${line}`);
            else await writeOutput(join(paths.root, file), after);
        }
    }
    if (values.check && differing > 0) story.line("\nWrite them with: npm run baselines");
    return values.check && differing > 0 ? 2 : 0;
}

function summary(before: string, after: string, file: string): string {
    return before === after ? `${file} is as it was` : `${file}: ${difference(before, after).length} lines differ`;
}

main(baselines);
