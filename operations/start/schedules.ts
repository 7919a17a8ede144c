import { setTimeout as pause } from "node:timers/promises";
import type { Fired } from "../../local/services/scheduler/scheduler.ts";
import type { Story } from "../cli/story.ts";
import type { LocalCloud } from "./local-cloud.ts";

/** Twice within the shortest period, which is that of Data Pipeline's worker. */
const EVERY_MS = 30_000;

type Scheduled = Pick<LocalCloud, "scheduler" | "dataPipeline">;

/** Starts what is due by now, of the provisioned schedules and of the pipelines. */
export async function startDue({ scheduler, dataPipeline }: Scheduled, now: number): Promise<Fired[]> {
    await dataPipeline.pipelines.advance();
    return scheduler.advance(now);
}

/** Keeps the schedules going until somebody interrupts, and tells of each workflow that it starts or cannot start. */
export async function keepSchedules(cloud: Scheduled, story: Story, signal: AbortSignal): Promise<void> {
    for (;;) {
        try {
            for (const fired of await startDue(cloud, Date.now())) {
                const line = firedLine(fired);
                if (line !== undefined) story.line(line);
            }
        } catch (error) {
            // The services may be going down; the next look tells if they are not.
            if (!signal.aborted) story.line(`The schedules could not be kept: ${(error as Error).message}`);
        }
        await pause(EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined);
        if (signal.aborted) return;
    }
}

/** The worker of Data Pipeline, which runs each minute, is told of only where it does not. */
export function firedLine({ schedule, outcome, reason }: Fired): string | undefined {
    if (outcome === "failed") return `Schedule ${schedule}: could not be started and is tried again: ${reason}`;
    if (outcome === "dropped") return `Schedule ${schedule}: given up until it is due again: ${reason}`;
    return schedule === "work" ? undefined : `Schedule ${schedule}: a run began`;
}
