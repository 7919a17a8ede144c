import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { paths } from "../../../tools/paths.mjs";
import { removeStamp } from "../../../tools/setup/stamp.mjs";
import type { Story } from "../../cli/story.ts";
import { killAt } from "./kill-at.ts";
import { filesLeft, openPorts, outlived } from "./leftovers.ts";
import { nameOfPoint, type Point } from "./points.ts";
import { type Ended, RunningStart } from "./running-start.ts";

/** What became of a start, and what it left. */
export interface Outcome {
    /** The point at which it was killed; undefined for one that went to its end. */
    readonly point?: Point;
    /** Everything that is not as it must be; empty when it is proved. */
    readonly faults: readonly string[];
    /** What it said in the end, where it was left to say something. */
    readonly said?: string;
    /** Whether it went on to its end although it was killed: what was killed was replaced, or had done its part. */
    readonly wentOn?: true;
}

/** Kills at each point of each round, each time the start that rises from what the kill before has left. */
export async function proveTearDown(rounds: readonly (readonly Point[])[], story: Story): Promise<Outcome[]> {
    const folder = await mkdtemp(join(tmpdir(), "compliance-tear-down-"));
    const outcomes: Outcome[] = [];
    const one = async (title: string, work: () => Promise<Outcome>) => {
        const isWell = ({ faults }: Outcome) => faults.length === 0;
        outcomes.push(await story.step(title, work, ({ faults }) => faults.join("; ") || "nothing is left", isWell));
    };
    try {
        for (const round of rounds) {
            for (const point of round) await one(nameOfPoint(point), () => killed(point, folder));
            if (outcomes.at(-1)?.wentOn === undefined) await one("to the end", () => whole(folder));
        }
    } finally {
        await outlived(folder);
        await rm(folder, { recursive: true, force: true });
    }
    return outcomes;
}

/** A start that is killed at a point: what outlives it, and whether it said what to do where it could. */
export async function killed(point: Point, folder: string): Promise<Outcome> {
    // So that there is something to set up. It is made again by this start or the next.
    if (point.phase === "setting up") removeStamp(paths, "first-look");
    const start = new RunningStart(folder);
    const count = await killAt(point, start, folder);
    const ended = await start.ended;
    const left = [...(await outlived(folder)).map((name) => `${name} outlives it`), ...(await openPorts(start.said))];
    if (count === 0) return { point, faults: [`it never came there: ${lastLines(ended.output)}`, ...left] };
    if (point.survives || ended.code === 0) {
        return { point, wentOn: true, faults: [...left, ...(await unbalanced(start, ended, folder))] };
    }
    await start.summary();
    const wasLeftToSpeak = !["tree", "start", "starter", "npm", "npm's shell"].includes(point.victim);
    if (!wasLeftToSpeak) return { point, faults: left };
    const said = lastLines(start.said);
    return { point, said, faults: /npm start/.test(said) ? left : [...left, `it said: ${said}`] };
}

/** A start that nobody disturbs: it comes up out of what is left, is balanced, and leaves nothing. */
async function whole(folder: string): Promise<Outcome> {
    const start = new RunningStart(folder);
    const ended = await start.ended;
    const left = [...(await outlived(folder)).map((name) => `${name} outlives it`), ...(await openPorts(start.said))];
    return { faults: [...left, ...(await unbalanced(start, ended, folder))] };
}

async function unbalanced(start: RunningStart, { code, output }: Ended, folder: string): Promise<string[]> {
    const { balanced, loadedAll, asExpected } = (await start.summary()) ?? {};
    const left = filesLeft(folder, paths.root).map((file) => `${file} is left`);
    if (code === 0 && balanced && loadedAll && asExpected) return left;
    return [...left, `it does not balance (exit code ${code}): ${lastLines(output)}`];
}

/** What a person has before their eyes. */
function lastLines(output: string): string {
    const lines = output.split("\n").filter((line) => line.trim() !== "" && !/^npm (error|ERR)/.test(line));
    return lines.slice(-5).join(" | ");
}
