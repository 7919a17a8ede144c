import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { STARTER_EXPLAINER, starterModel } from "../../model/artefact/starter.ts";
import { prepare } from "../../model/training/prepare.ts";
import { modelPython, runPython } from "../../model/training/python.ts";
import { described } from "../../model/training/readme-tables.ts";
import { interruptible } from "../../operations/cli/interrupt.ts";
import { main } from "../../operations/cli/main.ts";
import { Story } from "../../operations/cli/story.ts";
import { UserError } from "../../operations/cli/user-error.ts";
import { paths } from "../../tools/paths.mjs";
import { paymentsOf } from "./payments-of.ts";

const DATA = join(paths.platform, "model", "data");
const OUT = join(paths.root, "model", "starter");
const README = join(paths.root, "model", "README.md");
const here = (file: string): string => join(paths.root, "model", "training", file);

const STEPS = ["prepare", "train", "explain", "evaluate", "describe"] as const;

/** Trains the starter model on payments of the generator: it is told where they come from, and needs no other. */
async function model(args: string[]): Promise<number> {
    const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
    const unknown = positionals.find((name) => !STEPS.some((step) => step === name));
    if (unknown !== undefined) throw new UserError(`Unknown step "${unknown}": choose from ${STEPS.join(", ")}.`);
    const signal = interruptible();
    const story = new Story();
    const python = async (script: string): Promise<void> => {
        const progress = (line: string): void => story.progress(line);
        await runPython(await modelPython(signal, progress), [here(script), DATA, OUT], signal, progress);
    };
    const work: Record<(typeof STEPS)[number], () => Promise<void>> = {
        prepare: () => prepare(DATA, paymentsOf),
        train: () => python("train.py"),
        explain: () => writeFile(STARTER_EXPLAINER, JSON.stringify(starterModel())),
        evaluate: () => python("evaluate.py"),
        describe: async () => {
            const report = JSON.parse(await readFile(join(OUT, "report.json"), "utf8"));
            await writeFile(README, described(await readFile(README, "utf8"), report));
        },
    };
    for (const step of STEPS) {
        if (positionals.length === 0 || positionals.includes(step)) await story.step(step, work[step]);
    }
    return 0;
}

main(model);
