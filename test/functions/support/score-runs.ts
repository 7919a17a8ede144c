import { canonicalJson, contentHash, type Transaction } from "../../../contract/transaction/transaction.ts";
import type { Delivery } from "../../../functions/score/batch.ts";
import type { Model } from "../../../functions/score/model.ts";
import type { Outcome } from "../../../functions/score/outcome.ts";
import { type Settings, score } from "../../../functions/score/score.ts";
import { type Cloud, type Fault, type Ports, portsTo } from "./cloud.ts";

export const settings: Settings = { alertThreshold: 0.7, modelThreshold: 0.4, alertsPerMinute: 1000 };
export const NOW = "2026-03-05T08:00:00.000Z";

/** As `screen` leaves them. */
export function forwarded(cloud: Cloud, transactions: readonly Transaction[]): void {
    for (const transaction of transactions) {
        const { id, source, occurredAt } = transaction;
        const [origin, receivedAt] = [`sqs:${id}`, occurredAt];
        const claim = {
            id,
            source,
            contentHash: contentHash(canonicalJson(transaction)),
            origin,
            occurredAt,
            receivedAt,
        };
        cloud.ledger.set(id, { ...claim, claimedAt: NOW, state: "claimed" });
    }
}

/** What the queue delivers of the messages that ask the model again; the queue is empty then. */
export function rescoring(cloud: Cloud): Delivery[] {
    return cloud.screenedBulk.splice(0).flatMap(({ body, attributes }, index) => {
        const rescore = attributes.rescore?.StringValue;
        return rescore === undefined ? [] : [{ ...bare(`r-${index}`, body), attributes: [rescore], rescore }];
    });
}

export function messages(transactions: readonly Transaction[]): Delivery[] {
    return transactions.map((transaction) => bare(`m-${transaction.id}`, canonicalJson(transaction)));
}

/** A message without attributes. */
export function bare(messageId: string, body: string): Delivery {
    return { messageId, body, origin: `sqs:${messageId}`, attributes: [] };
}

export interface Run {
    outcome: Outcome;
    /** What the queue delivers again. */
    again: Transaction[];
    effects: number;
}

/** One invocation; if it was killed, the queue delivers all of its messages again. */
export async function run(
    cloud: Cloud,
    batch: readonly Transaction[],
    options: { fault?: Fault; ports?: Ports; settings?: Settings; model?: Model } = {},
): Promise<Run> {
    const { model } = options;
    const ports = { ...(options.ports ?? portsTo(cloud, options.fault)), ...(model && { model }) };
    const killed = (): boolean => options.fault?.kills === true && ports.effects() > options.fault.at;
    try {
        const outcome = await score(messages(batch), ports, options.settings ?? settings, NOW);
        const again = batch.filter(({ id }) => killed() || outcome.failures.has(`m-${id}`));
        return { outcome, again, effects: ports.effects() };
    } catch (error) {
        // The whole invocation failed, so Lambda delivers everything again.
        if (options.fault === undefined) throw error;
        const nothing = { scored: 0, retried: 0, revised: 0, alerts: 0, failures: new Map() };
        return { outcome: nothing, again: [...batch], effects: ports.effects() };
    }
}
