import { inParallel } from "../adapters/in-parallel.ts";
import type { Ports, RunStatus } from "./ports.ts";

/** Data was asked for and did not come. */
export class RequestError extends Error {
    override readonly name = "RequestError";
}

export interface Brought {
    pipeline: string;
    run: string;
}

const PARALLEL = 4;
/** Between two looks at a run. */
const POLL_MS = 15_000;
/** What is kept to call a run off and to tell of it. */
const RESERVE_MS = 60_000;
const ENDED: readonly RunStatus[] = ["Failed", "Canceling", "Cancelled"];

/** Starts a run of each pipeline and waits for all. One that fails stops none of the others, but the whole then failed. */
export async function request(pipelines: readonly string[], ports: Ports): Promise<Brought[]> {
    const settled = await inParallel(pipelines, PARALLEL, (pipeline) => bring(pipeline, ports));
    const faults = settled.flatMap((one, index) =>
        one.status === "rejected" ? [`${pipelines[index]}: ${textOf(one.reason)}`] : [],
    );
    if (faults.length > 0) throw new RequestError(faults.join("; "));
    return settled.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
}

async function bring(pipeline: string, { runs, remainingMs, pause }: Ports): Promise<Brought> {
    const run = await runs.start(pipeline);
    for (;;) {
        const status = await runs.status(run);
        if (status === "Succeeded") return { pipeline, run };
        // The text of its error may quote a row, so it stays in Azure.
        if (ENDED.includes(status))
            throw new RequestError(`run ${run} ended ${status}; Data Factory's monitor says why`);
        if (remainingMs() < RESERVE_MS + POLL_MS) {
            // The next attempt's run would wait behind it, and nobody would watch it.
            await runs.cancel(run);
            throw new RequestError(`run ${run} was still ${status} at the end of the time, and was called off`);
        }
        await pause(POLL_MS);
    }
}

function textOf(reason: unknown): string {
    return reason instanceof Error ? reason.message : String(reason);
}
