import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { frameworks } from "../policies/frameworks/index.ts";
import { rules } from "../policies/rules/index.ts";
import { paths } from "../tools/paths.mjs";
import { main } from "./cli/main.ts";
import { writeOutput } from "./cli/write-output.ts";
import { controlsDocument } from "./controls/document.ts";

const FILE = "docs/controls.md";

async function controls(args: string[]): Promise<number> {
    const { values } = parseArgs({ args, options: { check: { type: "boolean", default: false } } });
    const file = join(paths.root, FILE);
    const before = await readFile(file, "utf8").catch(() => "");
    const after = controlsDocument(frameworks, rules);
    if (before === after) {
        process.stdout.write(`${FILE} is as it was.\n`);
        return 0;
    }
    if (values.check) {
        process.stdout.write(`${FILE} is not what the rules and frameworks say. Write it with: npm run controls\n`);
        return 2;
    }
    await writeOutput(file, after);
    process.stdout.write(`${FILE} is written.\n`);
    return 0;
}

main(controls);
