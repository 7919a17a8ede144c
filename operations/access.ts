import { parseArgs } from "node:util";
import { paths } from "../tools/paths.mjs";
import { knownStacks, requireKnownStack } from "../tools/pulumi/stacks.mjs";
import { asPicture } from "./access/as-picture.ts";
import { asText } from "./access/as-text.ts";
import { knownAccess } from "./access/known-access.ts";
import { answer } from "./access/question.ts";
import { main } from "./cli/main.ts";
import { UserError } from "./cli/user-error.ts";
import { writeOutput } from "./cli/write-output.ts";

const FORMATS = ["text", "mermaid", "json"];

async function access(args: string[]): Promise<number> {
    const { values } = parseArgs({
        args,
        options: {
            stack: { type: "string" },
            who: { type: "string" },
            what: { type: "string" },
            format: { type: "string", default: "text" },
            out: { type: "string" },
        },
    });
    const { stack, who, what, format, out } = values;
    if (stack === undefined) throw new UserError(`Name the stack with --stack: ${knownStacks(paths).join(", ")}.`);
    requireKnownStack(paths, stack);
    if (!FORMATS.includes(format)) {
        throw new UserError(`Unknown format "${format}": choose ${FORMATS.join(", ")} with --format.`);
    }
    const found = answer(await knownAccess(stack), { ...(who && { who }), ...(what && { what }) });
    const text =
        format === "json"
            ? `${JSON.stringify(found, null, 4)}\n`
            : format === "mermaid"
              ? asPicture(found)
              : asText(found);
    if (out) await writeOutput(out, text);
    else process.stdout.write(text);
    return 0;
}

main(access);
