import { errorText } from "../adapters/error-text.ts";
import { inParallel } from "../adapters/in-parallel.ts";
import type { Copy, CopyStatus, Ports } from "./ports.ts";

/** Figures that stay old although they were copied again; says whose, and by which type of error. */
export class PublishError extends Error {
    override readonly name = "PublishError";
}

/** What became of one data set: it was fresh, is being copied by somebody, or was copied anew. */
export type Outcome = "fresh" | "running" | "copied";

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
/** QuickSight takes 32 in 24 hours that are no schedule's; those that people ask for must find room. */
const MOST_A_DAY = 24;
const ATTEMPTS = 2;
const POLL_MS = 10_000;
/** What is kept to tell of what failed. */
const RESERVE_MS = 60_000;
const PARALLEL = 3;
const RUNNING: readonly CopyStatus[] = ["INITIALIZED", "QUEUED", "RUNNING"];

/**
 * Copies anew what the schedule of a data set did not copy: its last copy failed, or stayed away for longer than
 * `freshHours`. The schedule owns the rhythm; this only makes up for it. One that fails stops none of the others.
 */
export async function publish(
    dataSets: Readonly<Record<string, string>>,
    freshHours: number,
    ports: Ports,
): Promise<Record<string, Outcome>> {
    const names = Object.keys(dataSets);
    const settled = await inParallel(names, PARALLEL, (name) => refresh(dataSets[name] ?? "", freshHours, ports));
    const faults = settled.flatMap((one, index) =>
        one.status === "rejected" ? [`${names[index]}: ${errorText(one.reason)}`] : [],
    );
    if (faults.length > 0) throw new PublishError(faults.join("; "));
    const outcomes = settled.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    return Object.fromEntries(outcomes.map((outcome, index) => [names[index], outcome]));
}

async function refresh(dataSet: string, freshHours: number, ports: Ports): Promise<Outcome> {
    const now = ports.now().getTime();
    const found = await ports.copies.since(dataSet, new Date(now - Math.max(DAY_MS, freshHours * HOUR_MS)));
    const newest = found.toSorted((one, other) => other.createdAt.getTime() - one.createdAt.getTime())[0];
    if (newest !== undefined && RUNNING.includes(newest.status)) return "running";
    const fresh = newest?.status === "COMPLETED" && now - newest.createdAt.getTime() <= freshHours * HOUR_MS;
    if (fresh) return "fresh";
    const today = found.filter(({ createdAt }) => now - createdAt.getTime() < DAY_MS).length;
    let last = newest;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
        if (today + attempt > MOST_A_DAY) {
            throw new PublishError(`is old, and was copied ${today + attempt - 1} times in a day${because(last)}`);
        }
        // The same for a run that is repeated within the hour, so that it finds its copy instead of beginning another.
        const id = `publish-${new Date(now).toISOString().slice(0, 13)}-${attempt}`;
        if (!(await ports.copies.start(dataSet, id))) return "running";
        last = await ended(dataSet, id, ports);
        if (last.status === "COMPLETED") return "copied";
    }
    throw new PublishError(`was copied again ${ATTEMPTS} times and is old${because(last)}`);
}

async function ended(dataSet: string, id: string, ports: Ports): Promise<Copy> {
    for (;;) {
        const copy = await ports.copies.look(dataSet, id);
        if (!RUNNING.includes(copy.status)) return copy;
        if (ports.remainingMs() < RESERVE_MS + POLL_MS) {
            throw new PublishError(`copy ${id} was still ${copy.status} at the end of the time; it goes on`);
        }
        await ports.pause(POLL_MS);
    }
}

function because(copy: Copy | undefined): string {
    return copy === undefined ? "" : `: ${copy.status} by ${copy.errorType ?? "no error that is known"}`;
}
