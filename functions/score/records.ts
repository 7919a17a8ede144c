import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { groupedBy } from "../adapters/grouping.ts";
import { inParallel } from "../adapters/in-parallel.ts";
import type { ObjectWriter } from "../adapters/objects.ts";
import type { Judged } from "./account.ts";

const PARALLEL_WRITES = 16;

/** A judged transaction and the delivery that carried it. */
export interface Recorded extends Judged {
    origin: string;
    /** When that delivery arrived. */
    receivedAt: string;
}

/**
 * Writes one object for each day on which the transactions occurred. The key comes from what is inside, so the same batch
 * again writes the same object. A transaction may lie in several objects: readers keep its greatest revision.
 */
export async function writeRecords(
    recorded: readonly Recorded[],
    records: ObjectWriter,
    now: string,
): Promise<PromiseSettledResult<string>[]> {
    const byDate = groupedBy(recorded, ({ transaction }) => transaction.occurredAt.slice(0, 10));
    const dates = [...byDate.keys()];
    const outcomes = await inParallel(dates, PARALLEL_WRITES, async (date) => {
        const lines = [...(byDate.get(date) ?? [])].sort((one, other) =>
            one.transaction.id < other.transaction.id ? -1 : 1,
        );
        const key = recordKey(date, lines);
        const text = lines.map((line) => `${JSON.stringify(recordLine(line, now))}\n`).join("");
        // A batch packs in milliseconds, and a thread beside would share the one processor that a function has.
        await records.write(key, gzipSync(text), "application/gzip");
        return key;
    });
    return recorded.map(({ transaction }) => {
        const outcome = outcomes[dates.indexOf(transaction.occurredAt.slice(0, 10))];
        return outcome ?? { status: "rejected", reason: new Error("no record was written") };
    });
}

function recordKey(date: string, lines: readonly Recorded[]): string {
    const content = lines.map(({ transaction, finding }) => `${transaction.id}#${finding.revision}`).join("\n");
    return `transactions/date=${date}/${createHash("sha256").update(content).digest("hex")}.ndjson.gz`;
}

function recordLine({ transaction, features, finding, receivedAt, origin }: Recorded, scoredAt: string): object {
    return { ...transaction, ...finding, features, receivedAt, scoredAt, origin };
}
