import path from "node:path";
import { parseArgs } from "node:util";
import { paths } from "../paths.mjs";
import { requireKnownStack } from "../pulumi/stacks.mjs";
import { helpFor } from "../run/help.mjs";
import { runChild } from "../setup/child.mjs";
import { asJson, asText } from "./answer.mjs";
import { examine } from "./examine.mjs";

/**
 * @param {string[]} args
 * @returns {Promise<number>} the exit code, as the help says
 */
export async function doctor(args) {
    const help = helpFor("tools/doctor.mjs", args);
    if (help !== undefined) {
        process.stdout.write(help);
        return 0;
    }
    try {
        const { stack, format } = optionsOf(args);
        const machine = {
            platform: process.platform,
            arch: process.arch,
            node: process.versions.node,
            packageFile: path.join(paths.root, "package.json"),
        };
        const findings = await examine({ at: paths, env: process.env, machine, stack, run: runChild });
        process.stdout.write(format === "json" ? asJson(findings, stack) : asText(findings));
        return findings.some(({ status }) => status === "fails") ? 2 : 0;
    } catch (error) {
        process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
        return 1;
    }
}

/** @param {string[]} args */
function optionsOf(args) {
    const { values } = parseArgs({
        args,
        options: { stack: { type: "string" }, format: { type: "string", default: "text" } },
    });
    if (values.stack !== undefined) requireKnownStack(paths, values.stack);
    if (values.format === "text" || values.format === "json") return { stack: values.stack, format: values.format };
    throw new Error(`Unknown format "${values.format}": choose text or json with --format.`);
}
