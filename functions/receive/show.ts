import {
    batchKey,
    type SupplementaryManifest,
    type SupplementaryRun,
    supplementaryManifestKey,
} from "../../contract/files/supplementary.ts";
import type { Landing, RunLedger } from "./ports.ts";

/** Writes the manifest by which readers see the set: the same one each time, since nothing is added after the end. */
export async function show(
    run: SupplementaryRun,
    { rows, at }: { rows: number; at: string },
    landing: Landing,
    runs: Pick<RunLedger, "batches">,
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
    await landing.writeOnce(supplementaryManifestKey(run), JSON.stringify(manifest), "application/json");
}
