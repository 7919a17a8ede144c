import { parseArgs } from "node:util";
import { main } from "./cli/main.ts";
import { requireWritable } from "./cli/require-writable.ts";
import { UserError } from "./cli/user-error.ts";
import { writeOutput } from "./cli/write-output.ts";
import { approve } from "./exceptions/approve.ts";
import { asText as asCheck, check, exitCode } from "./exceptions/check.ts";
import { asList } from "./exceptions/list-text.ts";
import { lookAt } from "./exceptions/look-at.ts";
import { OPTIONS, requireOnly, requireWhole, VERBS } from "./exceptions/options.ts";
import { propose } from "./exceptions/propose.ts";

async function exceptions(args: string[]): Promise<number> {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: OPTIONS });
    const [verb, ...rest] = positionals;
    if (verb === undefined) throw new UserError(`Say what to do: ${VERBS.join(", ")}. Try --help.`);
    requireOnly(verb, values, rest);
    if (verb === "propose") return print(await propose(values));
    if (verb === "approve") return print(await approve(rest[0] ?? ""));
    const { format, out, days } = values;
    const within = requireWhole(days);
    if (out) await requireWritable(out);
    const looked = await lookAt(values);
    const found = verb === "check" ? check(looked, within) : looked;
    const text =
        format === "json" ? `${JSON.stringify(found, null, 2)}\n` : "ending" in found ? asCheck(found) : asList(found);
    if (out) await writeOutput(out, text);
    else print(text);
    return "ending" in found ? exitCode(found) : looked.undecided.length > 0 ? 1 : 0;
}

function print(text: string): number {
    process.stdout.write(text);
    return 0;
}

main(exceptions);
