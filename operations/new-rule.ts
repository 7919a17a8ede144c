import { parseArgs } from "node:util";
import { paths } from "../tools/paths.mjs";
import { main } from "./cli/main.ts";
import { askedRule } from "./new-rule/asked.ts";
import { writeRule } from "./new-rule/write-rule.ts";

async function newRule(args: string[]): Promise<number> {
    const { values, positionals } = parseArgs({
        args,
        allowPositionals: true,
        options: {
            type: { type: "string" },
            severity: { type: "string", default: "high" },
            controls: { type: "string", default: "" },
            property: { type: "string", default: "enabled" },
            scope: { type: "string", default: "resource" },
            why: { type: "string", default: "TODO: say in one sentence what goes wrong without it." },
            fix: { type: "string", default: "TODO: say in one sentence what to change" },
        },
    });
    process.stdout.write(await writeRule(paths.root, askedRule(positionals, values)));
    return 0;
}

main(newRule);
