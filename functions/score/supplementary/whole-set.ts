import { createHash } from "node:crypto";
import {
    batchKey,
    keyOfRow,
    SUPPLEMENTARY_SETS,
    SupplementaryManifest,
    type SupplementaryRow,
    type SupplementarySet,
    supplementaryManifestKey,
} from "../../../contract/files/supplementary.ts";
import type { WholeSet } from "../../../contract/files/supplementary-pointer.ts";
import { inParallel } from "../../adapters/in-parallel.ts";
import type { ObjectReader } from "../../adapters/object-reader.ts";

/** The set is not what its pointer promises, and never will be: nothing there is written over. */
export class UnsoundSetError extends Error {
    override readonly name = "UnsoundSetError";
}

/** What a set says of each account, counterparty, party or device; several lists are joined by commas. */
export type SetIndex = ReadonlyMap<string, string>;

const PARALLEL_READS = 16;

/** What each row of a set says, and of whom. */
const SAYS: { [Set in SupplementarySet]: (row: SupplementaryRow<Set>) => [about: string, what: string] } = {
    "customer-risk-ratings": ({ accountId, rating }) => [accountId, rating],
    "sanctions-list": ({ counterpartyId, list }) => [counterpartyId, list],
    "politically-exposed-persons": ({ partyId, standing }) => [partyId, standing],
    "device-reputation": ({ deviceId, reputation }) => [deviceId, reputation],
};

/** Reads a set whole, or fails: the manifest, each batch and the rows must be those that were counted, each once. */
export async function readWholeSet(set: SupplementarySet, whole: WholeSet, objects: ObjectReader): Promise<SetIndex> {
    const run = { set, run: whole.run };
    const text = await textOf(supplementaryManifestKey(run), whole.manifestSha256, objects);
    const manifest = SupplementaryManifest.safeParse(JSON.parse(text)).data;
    const own = manifest?.set === set && manifest.run === whole.run && manifest.rows === whole.rows;
    if (manifest === undefined || !own) throw new UnsoundSetError(`the manifest of ${set} is none of run ${whole.run}`);
    const batches = await inParallel(manifest.batches, PARALLEL_READS, ({ sha256 }) =>
        textOf(batchKey(run, sha256), sha256, objects),
    );
    const rows = batches.flatMap((batch) => {
        if (batch.status === "rejected") throw batch.reason;
        return batch.value
            .trimEnd()
            .split("\n")
            .map((line): unknown => JSON.parse(line));
    });
    if (rows.length !== whole.rows) throw new UnsoundSetError(`${set} has ${rows.length} rows of ${whole.rows}`);
    return indexOf(set, rows);
}

/** What these rows say, or a failure where one is none of the set, or two are about the same. */
export function indexOf<Set extends SupplementarySet>(set: Set, rows: readonly unknown[]): SetIndex {
    const seen = new globalThis.Set<string>();
    const index = new Map<string, string>();
    for (const row of rows) {
        const { data } = SUPPLEMENTARY_SETS[set].safeParse(row);
        if (data === undefined) throw new UnsoundSetError(`${set} has a row that is none of this set`);
        const key = keyOfRow(set, data);
        // Within a batch `receive` refuses it; of two batches nobody sees both before this.
        if (seen.has(key)) throw new UnsoundSetError(`${set} has two rows about the same`);
        seen.add(key);
        const [about, what] = SAYS[set](data as SupplementaryRow<Set>);
        const before = index.get(about);
        index.set(about, before === undefined ? what : [...before.split(","), what].sort().join());
    }
    return index;
}

async function textOf(key: string, sha256: string, objects: ObjectReader): Promise<string> {
    const bytes = await objects.read(key);
    if (bytes === undefined) throw new UnsoundSetError(`there is no ${key}`);
    const found = createHash("sha256").update(bytes).digest("hex");
    if (found !== sha256) throw new UnsoundSetError(`${key} is not what was counted`);
    return Buffer.from(bytes).toString();
}
