import type { Transaction } from "../../../contract/transaction/transaction.ts";
import type { ActivityStore } from "../../../functions/adapters/activity.ts";
import type { AlertCounter } from "../../../functions/adapters/alert-counter.ts";
import type { ClaimLedger } from "../../../functions/adapters/claim-ledger.ts";
import { inParallel } from "../../../functions/adapters/in-parallel.ts";
import type { LedgerRow } from "../../../functions/adapters/ledger-row.ts";
import type { ObjectWriter } from "../../../functions/adapters/objects.ts";
import type { OutgoingMessage, QueueSender } from "../../../functions/adapters/queue.ts";
import type { ScoreLedger } from "../../../functions/adapters/score-ledger.ts";
import type { TopicPublisher } from "../../../functions/adapters/topic.ts";
import type { Model } from "../../../functions/score/model.ts";
import type { Profiles } from "../../../functions/score/profiles.ts";

/** What outlives an invocation, in memory. */
export interface Cloud {
    ledger: Map<string, LedgerRow>;
    activity: Map<string, Transaction>;
    alertCounts: Map<string, number>;
    screened: OutgoingMessage[];
    screenedBulk: OutgoingMessage[];
    objects: Map<string, string | Uint8Array>;
    published: { subject: string; message: Record<string, unknown> }[];
}

export function emptyCloud(): Cloud {
    return {
        ledger: new Map(),
        activity: new Map(),
        alertCounts: new Map(),
        screened: [],
        screenedBulk: [],
        objects: new Map(),
        published: [],
    };
}

/** The fault of an invocation: at which of its effects, whether that still happened, and whether any may follow. */
export interface Fault {
    at: number;
    when: "before" | "after";
    /** A killed invocation has no further effect; after a mere error the others go on. */
    kills: boolean;
}

export interface Ports {
    ledger: ClaimLedger & ScoreLedger;
    screened: QueueSender;
    screenedBulk: QueueSender;
    /** Where `score` sends what the model is to be asked about later. */
    later: QueueSender;
    laterHours: number;
    activity: ActivityStore;
    alertCounter: AlertCounter;
    records: ObjectWriter;
    quarantine: ObjectWriter;
    parked: ObjectWriter;
    fraud: TopicPublisher;
    discrepancies: TopicPublisher;
    /** What is usual for accounts. Left out, nobody knows. */
    profiles?: Profiles;
    /** Left out, the rules decide alone. */
    model?: Model;
    /** Effects so far. */
    effects(): number;
}

/** One invocation's way to the cloud. `turn` lets a test decide when each effect happens among those of others. */
export function portsTo(cloud: Cloud, fault?: Fault, turn: () => Promise<unknown> = async () => {}): Ports {
    let effects = 0;
    let dead = false;
    const effect = async <Result>(act: () => Result): Promise<Result> => {
        await turn();
        const index = effects++;
        const fails = (when: Fault["when"]): boolean => fault?.at === index && fault.when === when;
        if (dead || fails("before")) {
            dead ||= fault?.kills ?? false;
            throw new Error("the cloud did not do it");
        }
        const result = act();
        if (!fails("after")) return result;
        dead ||= fault?.kills ?? false;
        throw new Error("the cloud did it, but nobody heard");
    };
    const each = <Item, Result>(items: readonly Item[], act: (item: Item) => Result) =>
        inParallel(items, 100, (item) => effect(() => act(item)));
    const writer = (bucket: string): ObjectWriter => ({
        write: (key, body) => effect(() => void cloud.objects.set(`${bucket}/${key}`, body)),
    });
    const sender = (queue: OutgoingMessage[]): QueueSender => ({
        send: (messages) => each(messages, (message) => void queue.push(message)),
    });
    const publisher = (topic: string): TopicPublisher => ({
        publish: (subject, message) =>
            effect(() => void cloud.published.push({ subject, message: { topic, ...(message as object) } })),
    });
    return {
        effects: () => effects,
        ledger: ledgerOf(cloud, effect, each),
        screened: sender(cloud.screened),
        screenedBulk: sender(cloud.screenedBulk),
        later: sender(cloud.screenedBulk),
        laterHours: 24,
        activity: {
            add: (transactions) =>
                each(
                    transactions,
                    (one) => void cloud.activity.set(`${one.accountId} ${one.occurredAt}#${one.id}`, one),
                ),
            read: (accountId, from, to) =>
                effect(() =>
                    [...cloud.activity]
                        .filter(([, one]) => one.accountId === accountId)
                        .filter(([, one]) => one.occurredAt >= from && one.occurredAt <= to)
                        .sort(([one], [other]) => (one < other ? -1 : 1))
                        .map(([, one]) => one),
                ),
        },
        alertCounter: {
            add: (minute, batch, alerts) =>
                effect(() => {
                    cloud.alertCounts.set(`${minute} ${batch}`, alerts);
                    return [...cloud.alertCounts]
                        .filter(([key]) => key.startsWith(minute))
                        .reduce((sum, [, count]) => sum + count, 0);
                }),
        },
        records: writer("records"),
        quarantine: writer("quarantine"),
        parked: writer("parked"),
        fraud: publisher("fraud"),
        discrepancies: publisher("discrepancies"),
    };
}

type Effect = <Result>(act: () => Result) => Promise<Result>;
type Each = <Item, Result>(
    items: readonly Item[],
    act: (item: Item) => Result,
) => Promise<PromiseSettledResult<Result>[]>;

function ledgerOf({ ledger }: Cloud, effect: Effect, each: Each): ClaimLedger & ScoreLedger {
    const rowOf = (id: string): LedgerRow => {
        const row = ledger.get(id);
        if (row === undefined) throw new Error(`no row of ${id}`);
        return row;
    };
    /** DynamoDB takes an item once in a transaction. */
    const eachOnce: Each = (items, act) => {
        const ids = items.map((item) => (typeof item === "string" ? item : (item as { id: string }).id));
        if (new Set(ids).size < ids.length) throw new Error("one call names one id twice");
        return each(items, act);
    };
    return {
        claim: (claims) =>
            eachOnce(claims, (claim) => {
                const row = ledger.get(claim.id);
                const free = row === undefined || row.state === "quarantined";
                if (free) ledger.set(claim.id, { ...claim, state: "claimed" });
                return free ? undefined : { ...row };
            }),
        quarantined: (rows) =>
            eachOnce(rows, ({ id, origin, at }) => {
                const row = ledger.get(id);
                if (row?.origin !== origin || row.state === "scored") return;
                Object.assign(row, { state: "quarantined", quarantinedAt: row.quarantinedAt ?? at });
            }),
        note: (deliveries) =>
            eachOnce(deliveries, ({ id, origin, kind }) => {
                const row = rowOf(id);
                const field = kind === "duplicate" ? "duplicateOrigins" : "conflictOrigins";
                row[field] = new Set([...(row[field] ?? []), origin]);
            }),
        rows: (ids) =>
            effect(
                () =>
                    new Map(
                        ids.flatMap((id): [string, LedgerRow][] => {
                            const row = ledger.get(id);
                            return row === undefined ? [] : [[id, { ...row }]];
                        }),
                    ),
            ),
        record: (writes) =>
            eachOnce(writes, ({ id, finding, at, alertId, final }) => {
                const row = rowOf(id);
                if (row.revision === undefined || row.revision < finding.revision) Object.assign(row, finding);
                if (final) Object.assign(row, { state: "scored", scoredAt: row.scoredAt ?? at });
                if (alertId !== undefined) Object.assign(row, { alertId, alertedAt: row.alertedAt ?? at });
            }),
    };
}
