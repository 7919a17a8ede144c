import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { frameworks } from "../policies/frameworks/index.ts";
import { rules } from "../policies/rules/index.ts";
import { paths } from "../tools/paths.mjs";
import { knownStacks, requireKnownStack } from "../tools/pulumi/stacks.mjs";
import { main } from "./cli/main.ts";
import { UserError } from "./cli/user-error.ts";
import { writeOutput } from "./cli/write-output.ts";
import { compileEvidence } from "./evidence/compile.ts";
import { asDay } from "./evidence/day.ts";
import type { Evidence } from "./evidence/evidence.ts";
import { madeFrom } from "./evidence/made-from.ts";
import { asPage } from "./evidence/page.ts";
import { asText, exitCode } from "./evidence/text.ts";
import { formatted } from "./guard/formats/index.ts";
import { judgeOnce } from "./guard/judge-once.ts";
import { stackConfig } from "./guard/stack-config.ts";

async function evidence(args: string[]): Promise<number> {
    const { values } = parseArgs({
        args,
        options: { stack: { type: "string" }, out: { type: "string" }, on: { type: "string" } },
    });
    const { stack } = values;
    if (stack === undefined) throw new UserError(`Name the stack with --stack: ${knownStacks(paths).join(", ")}.`);
    requireKnownStack(paths, stack);
    const found = await evidenceOf(stack, asDay(values.on));
    const folder = values.out ?? join(paths.platform, "evidence", stack);
    const css = await readFile(join(paths.root, "operations", "evidence", "page.css"), "utf8");
    await writeOutput(join(folder, "evidence.json"), `${JSON.stringify(found, null, 1)}\n`);
    await writeOutput(join(folder, "evidence.html"), asPage(found, css));
    process.stdout.write(asText(found, folder));
    return exitCode(found);
}

async function evidenceOf(stack: string, day: string): Promise<Evidence> {
    const question = { root: paths.root, cache: paths.cache, stack, program: "platform", withDetails: true } as const;
    const { report, judgement } = await judgeOnce(question);
    const records = judgement?.details?.records;
    if (records === undefined || report.errors.length > 0) throw new UserError(formatted(report, "text"));
    const { project } = await stackConfig(paths.root, stack);
    const exceptions = await readFile(join(paths.policyPack, "exceptions.yaml"), "utf8");
    const from = await madeFrom(paths.root, stack);
    return compileEvidence({ stack, project, records, rules, frameworks, exceptions, day, madeFrom: from });
}

main(evidence);
