import { spawn } from "node:child_process";
import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { programCopy } from "../test/e2e/support/program-copy.ts";
import { RUNS } from "./in-turn.ts";
import { median } from "./median.ts";

const SAVED = join("infra", "ingest", "work-queue.ts");
/** Nobody saves again at once; the first answer is read, and what judges is compiled meanwhile. */
const FIRST_PAUSE_MILLISECONDS = 10_000;
const PAUSE_MILLISECONDS = 2_000;
const ANSWER = /^Judged /m;

/** Median seconds from a save of a source of the program to the whole answer of `guard --watch`, which is warm. */
export async function firstAnswer(): Promise<number> {
    const copy = programCopy();
    try {
        return await answersIn(copy.root);
    } finally {
        copy.remove();
    }
}

async function answersIn(root: string): Promise<number> {
    const args = ["tools/bundles/start.cjs", "operations/guard.ts", "--stack", "prod", "--watch"];
    const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    let wake = () => {};
    child.stdout.on("data", (data: Buffer) => {
        said += data.toString();
        wake();
    });
    const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
    const answer = async () => {
        while (!ANSWER.test(said)) {
            const more = new Promise<void>((resolve) => {
                wake = resolve;
            });
            const code = await Promise.race([more, ended]);
            if (code !== undefined) throw new Error(`guard --watch ended with ${code}:\n${said}`);
        }
        said = "";
    };
    try {
        await answer();
        const times: number[] = [];
        // The first save finds nothing kept of the one before.
        for (let run = 0; run <= RUNS; run++) {
            await sleep(run === 0 ? FIRST_PAUSE_MILLISECONDS : PAUSE_MILLISECONDS);
            const started = performance.now();
            await appendFile(join(root, SAVED), `\n// ${run}\n`);
            await answer();
            if (run > 0) times.push((performance.now() - started) / 1000);
        }
        return median(times);
    } finally {
        child.kill("SIGTERM");
        await ended;
    }
}
