import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { stackNames } from "../stacks/settings-of.ts";
import { paths } from "../tools/paths.mjs";
import { knownStacks, localStack, requireKnownStack } from "../tools/pulumi/stacks.mjs";
import { main } from "./cli/main.ts";
import { UserError } from "./cli/user-error.ts";
import { writeOutput } from "./cli/write-output.ts";
import { compare } from "./quotas/ask.ts";
import { needsOf } from "./quotas/needs.ts";
import { PAGE, pageOf } from "./quotas/page.ts";
import { programOf } from "./quotas/program.ts";
import { asText, lacking } from "./quotas/text.ts";
import { openCloud } from "./verify/cloud.ts";

const LACKING = 2;

async function quotas(args: string[]): Promise<number> {
    const { values } = parseArgs({
        args,
        options: {
            stack: { type: "string" },
            ask: { type: "boolean", default: false },
            format: { type: "string", default: "text" },
            page: { type: "boolean", default: false },
            check: { type: "boolean", default: false },
        },
    });
    const { stack, ask, format, page, check } = values;
    if (page) return writePage(check);
    if (check) throw new UserError("--check compares the page: add --page.");
    if (format !== "text" && format !== "json") {
        throw new UserError(`Unknown format "${format}": choose text or json with --format.`);
    }
    if (stack === undefined) throw new UserError(`Name the stack with --stack: ${knownStacks(paths).join(", ")}.`);
    requireKnownStack(paths, stack);
    const needs = needsOf(await programOf(stack));
    const compared = ask ? await asked(stack, needs) : undefined;
    const answer = { stack, needs, ...(compared && { compared }) };
    process.stdout.write(format === "json" ? `${JSON.stringify(answer, null, 2)}\n` : asText(stack, needs, compared));
    return compared !== undefined && lacking(compared).length > 0 ? LACKING : 0;
}

async function asked(stack: string, needs: ReturnType<typeof needsOf>) {
    const cloud = await openCloud(stack, paths);
    try {
        return await compare(needs, cloud);
    } finally {
        cloud.close();
    }
}

async function writePage(check: boolean): Promise<number> {
    const programs = [];
    // What a laptop has costs nothing and is limited by nobody.
    for (const stack of stackNames.filter((name) => name !== localStack)) programs.push(await programOf(stack));
    const text = pageOf(programs);
    const file = join(paths.root, PAGE);
    if (!check) {
        await writeOutput(file, text);
        return 0;
    }
    if ((await readFile(file, "utf8")) === text) return 0;
    process.stderr.write(`${PAGE} is not what the program says: npm run quotas -- --page\n`);
    return LACKING;
}

await main(quotas);
