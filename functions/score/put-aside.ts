import { wouldBeStopped } from "../adapters/card-guard.ts";
import type { LedgerRow } from "../adapters/ledger-row.ts";
import type { ObjectWriter } from "../adapters/objects.ts";
import type { QuarantineLedger } from "../adapters/quarantined-rows.ts";
import type { TopicPublisher } from "../adapters/topic.ts";
import { quarantine } from "../screen/quarantine.ts";
import { refusalOf } from "../screen/refusal.ts";
import type { AccountFailures } from "./account-failures.ts";
import type { Carried, Delivery } from "./batch.ts";

export interface AsidePorts {
    ledger: QuarantineLedger;
    quarantine: ObjectWriter;
    discrepancies: TopicPublisher;
}

interface Aside {
    delivery: Delivery;
    /** Of the claim that ends with it; absent where there is none, or where it was scored before. */
    row?: LedgerRow | undefined;
}

/**
 * Puts aside what a guard stopped, and what failed and could not even be put back because a guard would stop it there:
 * neither comes to anything however often it is delivered. First the quarantine, then whom it concerns, then the ledger, so
 * that a kill between two of them leaves a claim that the next delivery ends under the same key.
 */
export async function putAside(
    deliveries: readonly Delivery[],
    carried: readonly Carried[],
    rows: ReadonlyMap<string, LedgerRow>,
    accounts: AccountFailures,
    ports: AsidePorts,
    failures: Map<string, unknown>,
    now: string,
): Promise<number> {
    const stopped = new Map(
        carried
            .filter((one) => accounts.stopped(one))
            .flatMap(({ messageIds, transaction: { id } }) => messageIds.map((messageId) => [messageId, rows.get(id)])),
    );
    const aside = deliveries.flatMap((delivery): Aside[] => {
        const { messageId, body, attributes } = delivery;
        if (stopped.has(messageId)) return [{ delivery, row: stopped.get(messageId) }];
        return failures.has(messageId) && wouldBeStopped([body, ...attributes]) ? [{ delivery }] : [];
    });
    if (aside.length === 0) return 0;
    for (const { delivery } of aside) failures.delete(delivery.messageId);
    // What was scored before has its end already: its verdict stands, and nothing more is found out about it.
    const ended = aside.filter(({ row }) => row?.state !== "scored");
    const refused = ended.map(({ delivery, row }) => {
        const known = { ...delivery, origin: row?.origin ?? delivery.origin };
        return { delivery, refusal: refusalOf(known, "contains-card-number") };
    });
    await quarantine(refused, ports, now, failures, "score");
    const claims = ended.flatMap(({ delivery, row }) => (row && !failures.has(delivery.messageId) ? [row] : []));
    const distinct = [...new Map(claims.map((row) => [row.id, row])).values()];
    const outcomes = await ports.ledger.quarantined(distinct.map(({ id, origin }) => ({ id, origin, at: now })));
    for (const [index, { id }] of distinct.entries()) {
        const outcome = outcomes[index];
        if (outcome?.status === "fulfilled") continue;
        for (const { delivery, row } of ended) if (row?.id === id) failures.set(delivery.messageId, outcome?.reason);
    }
    return ended.filter(({ delivery }) => !failures.has(delivery.messageId)).length;
}
