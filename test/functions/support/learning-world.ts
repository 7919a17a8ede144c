import type { Decision } from "../../../functions/adapters/decisions.ts";
import type { LedgerRow } from "../../../functions/adapters/ledger-row.ts";
import { findingOf } from "../../../functions/score/account.ts";
import { type Recorded, writeRecords } from "../../../functions/score/records.ts";
import type { Ports, Settings } from "../../../functions/train/ports.ts";
import { accountFeatures } from "../../../model/account-features.ts";
import { byAccount } from "../../../model/account-histories.ts";
import { labelledTransactions } from "../../../samples/generator/labelled.ts";

export const NOW = "2026-06-30T06:00:00.000Z";
const THRESHOLD = 0.7;
const BATCH = 50;

export const SETTINGS: Settings = {
    windowDays: 40,
    maturityDays: 10,
    rowsAtMost: 100_000,
    fraudAtLeast: 20,
    newDecisions: 50,
    oldestDays: 30,
};

/** Everything that the retraining works with, in memory, and what really happened. */
export interface LearningWorld {
    records: Map<string, Uint8Array>;
    model: Map<string, string>;
    ledger: Map<string, LedgerRow>;
    decisions: Map<string, Decision>;
    /** Transactions that are fraud in truth. */
    frauds: ReadonlySet<string>;
    ports: Ports;
    /** An analyst decides as it is in truth on each alert, and on all other fraud too. */
    decideAll(at: string): void;
}

/** A month of transactions that the rules have judged and recorded, the last one days before now. */
export async function learningWorld(
    payments = 4000,
    start = "2026-06-01T00:00:00.000Z",
    fraudShare = 0.1,
): Promise<LearningWorld> {
    const labels = [...labelledTransactions({ seed: 11, payments, start: Date.parse(start), days: 15, fraudShare })];
    const frauds = new Set(
        labels.flatMap(({ label, transaction }) => (label.pattern === "legitimate" ? [] : [transaction.id])),
    );
    const records = new Map<string, Uint8Array>();
    const ledger = new Map<string, LedgerRow>();
    const recorded = [...byAccount(labels.map(({ transaction }) => transaction)).values()].flatMap(
        (history): Recorded[] => {
            const features = accountFeatures(history);
            return history.flatMap((transaction, index) => {
                const own = features[index];
                if (own === undefined) return [];
                const finding = findingOf(transaction, own, THRESHOLD);
                return [
                    {
                        transaction,
                        features: own,
                        finding,
                        own: true,
                        origin: "test",
                        receivedAt: transaction.occurredAt,
                    },
                ];
            });
        },
    );
    for (let from = 0; from < recorded.length; from += BATCH)
        await record(recorded.slice(from, from + BATCH), records, ledger);
    return worldOf(records, ledger, frauds);
}

/** The same world before anything was decided or learnt; what changes one changes no other. */
export function again({ records, ledger, frauds }: LearningWorld): LearningWorld {
    return worldOf(new Map(records), new Map(ledger), frauds);
}

function worldOf(
    records: LearningWorld["records"],
    ledger: LearningWorld["ledger"],
    frauds: LearningWorld["frauds"],
): LearningWorld {
    const decisions = new Map<string, Decision>();
    const model = new Map<string, string>();
    return {
        ...{ records, model, ledger, decisions, frauds },
        ports: portsTo({ records, model, ledger, decisions }),
        decideAll(decidedAt) {
            for (const { id, verdict, recordKey = "" } of ledger.values()) {
                const fraud = frauds.has(id);
                if (!fraud && verdict !== "alert") continue;
                decisions.set(id, { id, decision: fraud ? "fraud" : "legitimate", decidedAt, recordKey });
            }
        },
    };
}

/** Writes a batch as `score` does, and notes it in the ledger. */
export async function record(
    batch: readonly Recorded[],
    records: Map<string, Uint8Array>,
    ledger: Map<string, LedgerRow>,
): Promise<void> {
    const write = async (key: string, body: string | Uint8Array) => void records.set(key, body as Uint8Array);
    const keys = await writeRecords(batch, { write }, "2026-06-16T00:00:00.000Z");
    for (const [index, { transaction, finding }] of batch.entries()) {
        const outcome = keys[index];
        const recordKey = outcome?.status === "fulfilled" ? outcome.value : "";
        const { id, source, occurredAt } = transaction;
        const row = { id, source, occurredAt, state: "scored", ...finding, recordKey };
        ledger.set(id, row as unknown as LedgerRow);
    }
}

function portsTo(world: Pick<LearningWorld, "records" | "model" | "ledger" | "decisions">): Ports {
    const { records, model, ledger, decisions } = world;
    return {
        records: {
            read: async (key) => records.get(key),
            first: async (prefix) => {
                const keys = [...records.keys()].filter((key) => key.startsWith(prefix)).sort();
                return { keys: keys.slice(0, 1000), complete: keys.length <= 1000 };
            },
        },
        model: {
            read: async (key) => {
                const text = model.get(key);
                return text === undefined ? undefined : new TextEncoder().encode(text);
            },
            write: async (key, body) => void model.set(key, String(body)),
        },
        decisions: { of: async (day) => [...decisions.values()].filter(({ decidedAt }) => decidedAt.startsWith(day)) },
        ledger: {
            rows: async (ids) =>
                new Map(ids.flatMap((id) => (ledger.has(id) ? [[id, ledger.get(id) as LedgerRow]] : []))),
        },
        remainingMs: () => 900_000,
    };
}
