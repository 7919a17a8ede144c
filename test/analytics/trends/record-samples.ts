import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { ObjectWriter } from "../../../functions/adapters/objects.ts";
import { judge } from "../../../functions/score/account.ts";
import { type Recorded, writeRecords } from "../../../functions/score/records.ts";
import { byAccount } from "../../../model/account-histories.ts";
import { labelledTransactions } from "../../../samples/generator/labelled.ts";

/** Transactions of one object, as a batch of `score` would have. */
const BATCH = 2_000;

export interface Recording {
    seed: number;
    payments: number;
    /** First day, `YYYY-MM-DD`. */
    from: string;
    days: number;
}

/** Records of made-up transactions in a folder, judged by the real rules and written by the real writer. */
export async function recordSamples(folder: string, { seed, payments, from, days }: Recording): Promise<number> {
    const made = [...labelledTransactions({ seed, payments, start: Date.parse(from), days })].map(
        ({ transaction }) => transaction,
    );
    const recorded = [...byAccount(made).values()].flatMap((history) =>
        judge(history, new Set(history.map(({ id }) => id)), 0.7).map(
            (one): Recorded => ({
                ...one,
                origin: `sqs:${one.transaction.id}`,
                receivedAt: one.transaction.occurredAt,
            }),
        ),
    );
    for (let first = 0; first < recorded.length; first += BATCH) {
        const outcomes = await writeRecords(
            recorded.slice(first, first + BATCH),
            inFolder(folder),
            "2026-11-01T00:00:00.000Z",
        );
        for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
    }
    return recorded.length;
}

function inFolder(folder: string): ObjectWriter {
    return {
        async write(key, body) {
            const file = path.join(folder, key);
            await mkdir(path.dirname(file), { recursive: true });
            await writeFile(file, body);
        },
    };
}
