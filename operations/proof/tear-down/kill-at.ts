import { setTimeout as delay } from "node:timers/promises";
import { kill } from "./leftovers.ts";
import { PHASES, type Point } from "./points.ts";
import { KINDS, type OwnProcess, processesOf } from "./processes.ts";
import type { RunningStart } from "./running-start.ts";

const LOOK_MS = 100;

/** Kills once the start is there and the process too; how many it were, none when the start ended before. */
export async function killAt({ phase, victim }: Point, start: RunningStart, folder: string): Promise<number> {
    if (!(await start.says(PHASES[phase]))) return 0;
    let isOver = false;
    void start.ended.then(() => {
        isOver = true;
    });
    while (!isOver) {
        const found = victims(victim, processesOf(folder));
        for (const { pid } of found) kill(pid);
        if (found.length > 0) return found.length;
        await delay(LOOK_MS);
    }
    return 0;
}

function victims(victim: Point["victim"], all: readonly OwnProcess[]): readonly OwnProcess[] {
    if (victim === "tree") return all;
    // Of several of a kind one, since one that is lost is what happens.
    return all.filter(({ text }) => KINDS[victim].test(text)).slice(0, 1);
}
