import { join } from "node:path";
import { atRest } from "../../operations/proof/latency/at-rest.ts";
import type { CountingCloud } from "../../operations/proof/latency/cloud.ts";
import { isBalanced, isLoaded } from "../../operations/start/counts.ts";
import { Intake } from "../../operations/start/intake.ts";
import { readSamples } from "../../operations/start/sample-files.ts";
import { sampleFiles } from "../../samples/generator/sample-files.ts";
import { writeSamples } from "../../samples/generator/sample-folder.ts";
import { defaults } from "../../samples/generator/sample-set.ts";

const { signal } = new AbortController();

/**
 * Seconds from the first file to the last row in the warehouse, and how many units that were. `before`: live messages that
 * were sent before, since all that ever came in is counted.
 */
export async function largeFile(
    world: CountingCloud,
    transactions: number,
    before: number,
): Promise<{ seconds: number; units: number }> {
    const { clients, outputs, folder } = world;
    writeSamples(folder, sampleFiles({ ...defaults, transactions }));
    const samples = await readSamples(join(folder, "transactions"));
    const intake = new Intake(clients, outputs);
    intake.observer.liveSent = before;
    const started = performance.now();
    await intake.feed(samples);
    const ended = await atRest(clients);
    // Not timed: what was counted must add up.
    const counts = await intake.settle(() => undefined, signal);
    if (!isBalanced(counts) || !isLoaded(counts)) throw new Error(`does not add up: ${JSON.stringify(counts)}`);
    return { seconds: (ended - started) / 1000, units: counts.in - before };
}
