import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { paths } from "../tools/paths.mjs";
import { main } from "./cli/main.ts";
import { requireWritable } from "./cli/require-writable.ts";
import { Story } from "./cli/story.ts";
import { UserError } from "./cli/user-error.ts";
import { writeOutput } from "./cli/write-output.ts";
import { proofs } from "./proof/proofs.ts";

async function proof(args: string[]): Promise<number> {
    const { values, positionals } = parseArgs({
        args,
        allowPositionals: true,
        options: {
            stack: { type: "string", multiple: true },
            out: { type: "string" },
            seed: { type: "string" },
            seeds: { type: "string" },
            transactions: { type: "string" },
            point: { type: "string", multiple: true },
        },
    });
    const [what = "", ...rest] = positionals;
    const prove = proofs[what];
    if (prove === undefined || rest.length > 0) {
        const known = Object.keys(proofs).join(", ");
        throw new UserError(`proof takes one of ${known}; got "${positionals.join(" ")}". Try --help.`);
    }
    const out = values.out ?? join(paths.root, "docs", "proofs", `${what}.md`);
    await requireWritable(out);
    const stacks = values.stack ?? ["prod", "dev"];
    const { text, beside = {}, failed } = await prove(stacks, new Story(process.stderr), values);
    await writeOutput(out, text);
    for (const [name, content] of Object.entries(beside)) await writeOutput(join(dirname(out), name), content);
    for (const line of failed) process.stderr.write(`Not proved: ${line}\n`);
    return failed.length === 0 ? 0 : 2;
}

await main(proof);
