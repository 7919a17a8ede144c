import { createHash } from "node:crypto";
import { discrepancy } from "../../contract/discrepancy.ts";
import { errorText } from "../adapters/error-text.ts";
import { inParallel } from "../adapters/in-parallel.ts";
import type { Ports } from "./ports.ts";
import type { Source } from "./source.ts";
import { beyond, newFiles, type RemoteFile } from "./watermark.ts";

export interface Outcome {
    source: string;
    landed: number;
    /** Files that the next run collects, because the time was over. */
    left: number;
    /** Why the source could not be collected, after all attempts. */
    fault?: string;
}

const PARALLEL = 4;
/** Waits between the attempts at one source. */
const PAUSES_MS = [1_000, 5_000];
/** What a run keeps for itself to tell of what it did not do. */
const RESERVE_MS = 60_000;

/** Brings new files of all sources into landing. A source that stays down is told of, and the others go on. */
export async function collect(sources: readonly Source[], ports: Ports): Promise<Outcome[]> {
    const settled = await inParallel(sources, PARALLEL, (source) => collectPatiently(source, ports));
    const outcomes = settled.map((one) => {
        if (one.status === "rejected") throw one.reason;
        return one.value;
    });
    const down = outcomes.filter(({ fault }) => fault !== undefined);
    if (down.length > 0) {
        const names = down.map(({ source }) => source);
        const faults = down.map(({ source, fault }) => `${source}: ${fault}`).join("; ");
        await ports.discrepancies.publish(
            `Sources not collected: ${names.join(", ")}`,
            discrepancy("source-unavailable", "collect", names, `${faults}. The next run tries again.`),
        );
    }
    return outcomes;
}

async function collectPatiently(source: Source, ports: Ports): Promise<Outcome> {
    const progress = { source: source.name, landed: 0, left: 0 };
    for (let attempt = 0; ; attempt++) {
        try {
            await collectOnce(source, ports, progress);
            return progress;
        } catch (error) {
            const pause = PAUSES_MS[attempt];
            if (pause === undefined || ports.remainingMs() < RESERVE_MS + pause) {
                return {
                    ...progress,
                    fault: errorText(error),
                };
            }
            await ports.pause(pause);
        }
    }
}

async function collectOnce(source: Source, ports: Ports, progress: Outcome): Promise<void> {
    const reader = ports.readerOf(source);
    let watermark = await ports.watermarks.read(source.name);
    const files = newFiles(await reader.list(), watermark);
    for (const [index, file] of files.entries()) {
        progress.left = files.length - index;
        if (ports.remainingMs() < RESERVE_MS) return;
        await ports.landing.land(landingKey(source, file), await reader.open(file));
        // Only now: a run that ends in between lands the file under the same key again, which changes nothing.
        watermark = beyond(watermark, file);
        await ports.watermarks.write(source.name, watermark);
        progress.landed++;
    }
    progress.left = 0;
}

/** The same for the same content of the same source; ends as the file's name does, which says the format. */
export function landingKey({ landsIn, name }: Source, file: RemoteFile): string {
    const mark = createHash("sha256").update(file.mark).digest("hex").slice(0, 16);
    const plain = file.name.replaceAll(/[^\w.-]/g, "_").slice(-100);
    return `${landsIn}/${name}/${mark}-${plain}`;
}
