import { isAbout } from "../../policies/exceptions/exception.ts";
import { paths } from "../../tools/paths.mjs";
import { knownStacks, requireKnownStack } from "../../tools/pulumi/stacks.mjs";
import { asDay } from "../evidence/day.ts";
import { exceptionsText, ruleNames } from "./file.ts";
import { judgeStacks } from "./judge-stacks.ts";
import { asksFor, type Looked, look } from "./looked.ts";
import type { Options } from "./options.ts";

/** Each exception as of a day, held against what the guardrails find now. */
export async function lookAt({ stack, on }: Options): Promise<Looked> {
    if (stack !== undefined) requireKnownStack(paths, stack);
    const options = { today: asDay(on), rules: ruleNames };
    const text = await exceptionsText();
    const isAskedFor = asksFor(text, options);
    const stacks = (stack === undefined ? knownStacks(paths) : [stack]).filter((one) => isAskedFor({ stack: one }));
    const looked = look(text, await judgeStacks(paths, stacks, isAskedFor), options);
    // An entry that does not say what it is about may be about any stack.
    const exceptions = looked.exceptions.filter(
        ({ resource }) => stack === undefined || resource === undefined || isAbout({ resource }, { stack }),
    );
    return { ...looked, exceptions };
}
