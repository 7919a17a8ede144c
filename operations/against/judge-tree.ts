import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { Known } from "../../local/in-process/resources.ts";
import { replace, tryToKeep } from "../../tools/bundles/kept-files.cjs";
import { upToDate } from "../guard/bundles/kept-code.ts";
import { judgeOnce } from "../guard/judge-once.ts";
import { failed, type GuardReport } from "../guard/report.ts";

/** One program in one environment, judged. */
export interface Judged {
    readonly report: GuardReport;
    /** What it registered; of a program that failed, all until then. */
    readonly known: readonly Known[];
}

/** Judges the program in a folder; a fault of its settings is a fault of the program. */
export async function judgeTree(root: string, cache: string, stack: string): Promise<Judged> {
    const started = performance.now();
    try {
        const question = { root, cache, stack, program: "platform", withDetails: true } as const;
        const { report, judgement } = await judgeOnce(question, () => inTurn(() => upToDate(root, cache)));
        return { report, known: judgement?.details?.known ?? [] };
    } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        return { report: failed(stack, [{ message: message.replaceAll(root, ".") }], started), known: [] };
    }
}

let turn: Promise<unknown> = Promise.resolve();

/** One after the other, since the first that is done ends the bundler for all. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work, work);
    turn = mine;
    return mine;
}

/**
 * The same of a tree that nobody changes, so that it is judged once a day: exceptions end at midnight. Nothing secret is
 * kept, since nothing secret was there.
 */
export async function judgedBefore(root: string, cache: string, stack: string): Promise<Judged> {
    const today = new Date().toISOString().slice(0, 10);
    const file = join(root, `judged-${stack}-${today}`);
    try {
        return deserialize(await readFile(file)) as Judged;
    } catch {
        const judged = await judgeTree(root, cache, stack);
        tryToKeep(() => replace(file, serialize(judged)));
        return judged;
    }
}
