import { createHash } from "node:crypto";
import {
    batchKey,
    type SupplementaryManifest,
    type SupplementaryRun,
    supplementaryManifestKey,
} from "../../contract/files/supplementary.ts";
import type { Landing, Ports } from "./ports.ts";

/**
 * Writes the manifest, then points at it, by which readers see the set, all of it at once. Both are the same each time,
 * since nothing is added after the end. The pointer knows what the manifest must hash to: one that somebody put there
 * beforehand, past the door, is believed by nobody.
 */
export async function show(
    run: SupplementaryRun,
    { rows, at }: { rows: number; at: string },
    landing: Landing,
    { runs, pointers }: Pick<Ports, "runs" | "pointers">,
): Promise<void> {
    const batches = (await runs.batches(run)).toSorted((one, other) => (one.sha256 < other.sha256 ? -1 : 1));
    const counted = batches.reduce((sum, batch) => sum + batch.rows, 0);
    if (counted !== rows) throw new TypeError(`The ledger has ${counted} rows in batches and ${rows} counted`);
    const manifest: SupplementaryManifest = {
        ...run,
        rows,
        batches: batches.map((batch) => ({ key: batchKey(run, batch.sha256), ...batch })),
        completedAt: at,
    };
    const text = JSON.stringify(manifest);
    await landing.writeOnce(supplementaryManifestKey(run), text, "application/json");
    const manifestSha256 = createHash("sha256").update(text).digest("hex");
    await pointers.point(run.set, { run: run.run, rows, manifestSha256, completedAt: at });
}
