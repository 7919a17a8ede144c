import type { Discrepancy } from "../../../contract/discrepancy.ts";
import { hourOf } from "../../../contract/transaction/arrival.ts";
import type { LedgerRow } from "../../../functions/adapters/ledger-row.ts";
import type { Arrival, Ports, Tally } from "../../../functions/reconcile/ports.ts";
import { tallied } from "../../../functions/reconcile/tally.ts";

export const NOW = new Date("2026-03-02T12:40:00.000Z");
const MINUTE = 60_000;

export const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * MINUTE).toISOString();

async function* onePage<Item>(items: Item[]) {
    yield items;
}

/** A ledger, a warehouse and a bucket of parked messages in memory; a transaction that nobody touches is in order. */
export class Books {
    readonly rows = new Map<string, LedgerRow>();
    /** By id: what the warehouse has. */
    readonly loaded = new Map<string, { source: string; receivedAt: string }>();
    readonly parked = new Set<string>();
    /** Ids that the index does not have, since it is younger. */
    readonly unindexed = new Set<string>();
    readonly told: Discrepancy[] = [];
    readonly notes = new Map<string, object>();
    /** Hours that were read, one after the other. */
    readonly looked: string[] = [];

    transaction(id: string, changes: Partial<LedgerRow> & { minutes?: number } = {}): void {
        const { minutes = 120, ...others } = changes;
        const at = minutesAgo(minutes);
        const row: LedgerRow = {
            id,
            source: "core-banking",
            contentHash: "hash",
            origin: `sqs:${id}`,
            occurredAt: at,
            receivedAt: at,
            claimedAt: at,
            state: "scored",
            scoredAt: at,
            ...others,
        };
        this.rows.set(id, row);
        if (row.state === "scored") this.loaded.set(id, { source: row.source, receivedAt: row.receivedAt });
    }

    lose(id: string): void {
        this.loaded.delete(id);
    }

    ports(changes: Partial<Ports> = {}): Ports {
        const arrivals = (hour: string) => {
            this.looked.push(hour);
            const rows = [...this.rows.values()].filter(({ id }) => !this.unindexed.has(id));
            return onePage<Arrival>(rows.filter(({ receivedAt }) => hourOf(receivedAt) === hour));
        };
        return {
            ledger: {
                arrivals,
                rows: async (ids) =>
                    new Map(
                        ids.flatMap((id): [string, LedgerRow][] => {
                            const row = this.rows.get(id);
                            return row === undefined ? [] : [[id, row]];
                        }),
                    ),
            },
            loaded: {
                tallies: async (first, last) => this.#tallies(first, last),
                ids: async (hour, source) =>
                    this.#loadedOf(hour)
                        .filter((one) => one.source === source)
                        .map(({ id }) => id),
            },
            parked: async (ids) => new Set([...ids].filter((id) => this.parked.has(id))),
            told: {
                has: async (key) => this.notes.has(key),
                note: async (key, what) => void this.notes.set(key, what),
            },
            discrepancies: { publish: async (_, message) => void this.told.push(message as Discrepancy) },
            now: () => NOW,
            remainingMs: () => 900_000,
            ...changes,
        };
    }

    async #tallies(first: string, last: string): Promise<Map<string, Map<string, Tally>>> {
        const hours = new Set([...this.loaded.values()].map(({ receivedAt }) => hourOf(receivedAt)));
        const tallies = new Map<string, Map<string, Tally>>();
        for (const hour of hours) {
            if (hour >= first && hour <= last) tallies.set(hour, await tallied(onePage(this.#loadedOf(hour))));
        }
        return tallies;
    }

    #loadedOf(hour: string): Arrival[] {
        return [...this.loaded].flatMap(([id, { source, receivedAt }]) =>
            hourOf(receivedAt) === hour ? [{ id, source }] : [],
        );
    }
}
