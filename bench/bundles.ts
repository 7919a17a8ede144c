import { bundle } from "../infra/compute/bundle.ts";
import { thePlatform } from "../test/support/infra-parts.ts";
import { everything } from "../test/support/mocks.ts";
import type { Figure } from "./figure.ts";
import { initialisations } from "./fresh-process.ts";
import { median } from "./median.ts";

const RUNS = 7;

/** Each function's bundle: its size, and what a fresh process needs until its handler can be called. */
export async function benchBundles(): Promise<Figure[]> {
    const figures: Figure[] = [];
    for (const [verb, variables] of await variablesOfAll()) {
        const { path, codeBytes } = await bundle(verb);
        const milliseconds = median(await initialisations(path, variables, RUNS));
        figures.push({
            what: `bundle of \`${verb}\`, and its start`,
            figure: `${Math.round(codeBytes / 1000)} KB, ${milliseconds.toFixed(0)} ms`,
            target: "under 500 KB, 150 ms of a processor",
        });
    }
    return figures;
}

/** The functions of all stacks by name, each with the variables that the program gives it. */
export async function variablesOfAll(): Promise<Map<string, Record<string, string>>> {
    const found = new Map<string, Record<string, string>>();
    // Each has an orchestrator of its own, with the functions of that.
    for (const stack of ["dev", "prod"]) {
        await thePlatform(stack);
        for (const { type, name, inputs } of everything()) {
            if (type !== "aws:lambda/function:Function") continue;
            const { variables } = inputs.environment as { variables: Record<string, string> };
            found.set(name, variables);
        }
    }
    return new Map([...found].sort(([one], [other]) => (one < other ? -1 : 1)));
}
