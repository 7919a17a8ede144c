import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Interrupted, interruptible } from "../../operations/cli/interrupt.ts";
import { main } from "../../operations/cli/main.ts";
import { UserError } from "../../operations/cli/user-error.ts";
import { paths } from "../../tools/paths.mjs";
import { longestFirst, noteDurations, readDurations } from "./durations.ts";
import { type Judged, kindsOf } from "./kinds.ts";
import type { Outcome } from "./lane.ts";
import { leftOut } from "./left-out.ts";
import { runInLanes } from "./pool.ts";
import { Progress } from "./progress.ts";
import { summaryLines } from "./summary.ts";
import { testFiles } from "./test-files.ts";

/** More than that and the engine, the emulator and the functions of each lane stand in each other's way. */
const MOST_LANES = 4;

async function lanes(args: string[]): Promise<number> {
    const { values } = parseArgs({ args, options: { lanes: { type: "string" } } });
    const count = lanesOf(values.lanes);
    const signal = interruptible();
    const durations = await readDurations();
    const files = longestFirst(testFiles(paths.root), durations);
    const out = process.stdout;
    const isTerminal = Boolean(out.isTTY) && !process.env.CI;
    const progress = new Progress({ out, isTerminal, files, durations, lanes: count });
    signal.addEventListener("abort", () => {
        progress.line("Ending: what runs takes down what it has put up. Ctrl-C again ends it as it is.");
        for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => process.exit(Interrupted.exitCode));
    });
    const outcomes: Outcome[] = [];
    let judged: Judged | undefined;
    const began = performance.now();
    await runInLanes({
        kinds: kindsOf(files, {
            out: join(paths.platform, "coverage"),
            onCoverage: (said) => {
                judged = said;
            },
        }),
        lanes: count,
        onStart: (file) => progress.start(file),
        onDone: (outcome) => {
            outcomes.push(outcome);
            progress.done(outcome);
        },
        signal,
    });
    progress.end();
    out.write(`${judged?.text ?? ""}${summaryLines(outcomes, (performance.now() - began) / 1000, count).join("\n")}\n`);
    out.write(leftOut(paths, process.env));
    if (signal.aborted) {
        out.write("Interrupted.\n");
        return Interrupted.exitCode;
    }
    await noteDurations(Object.fromEntries(outcomes.map(({ file, seconds }) => [file, Math.round(seconds * 10) / 10])));
    return judged?.isEnough && outcomes.every(({ failures }) => failures.length === 0) ? 0 : 1;
}

function lanesOf(asked: string | undefined): number {
    if (asked === undefined) return Math.min(MOST_LANES, Math.max(2, availableParallelism()));
    if (/^[1-9]\d?$/.test(asked)) return Number(asked);
    throw new UserError(`--lanes takes a number from 1 to 99, got "${asked}".`);
}

main(lanes);
