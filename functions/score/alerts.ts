import { nameFor } from "../../contract/cards/own-names.ts";
import type { AlertCounter } from "../adapters/alert-counter.ts";
import { chunks } from "../adapters/grouping.ts";
import { inParallel } from "../adapters/in-parallel.ts";
import type { TopicPublisher } from "../adapters/topic.ts";
import type { Judged } from "./account.ts";

export interface AlertPorts {
    fraud: TopicPublisher;
    alertCounter: AlertCounter;
}

const PARALLEL_MESSAGES = 16;
/** Two ids of at most 128 characters each: well under what a message may hold. */
const DIGEST_ENTRIES = 500;
const BATCH_NAME = 32;

/** The same for each attempt, so that whoever receives an alert twice knows it. */
export function alertIdOf(transactionId: string): string {
    return `alert_${nameFor(transactionId, 24)}`;
}

/**
 * Publishes alerts, the worst first; those above the limit of the minute go as digests, which name ids only. Each is
 * published at least once: the ledger is marked afterwards, so a kill in between publishes the same `alertId` again
 * rather than never. The outcomes are in the order of the alerts.
 */
export async function sendAlerts(
    alerts: readonly Judged[],
    { fraud, alertCounter }: AlertPorts,
    alertsPerMinute: number,
    now: string,
): Promise<PromiseSettledResult<void>[]> {
    if (alerts.length === 0) return [];
    const worstFirst = [...alerts.entries()].sort(([, one], [, other]) => other.finding.score - one.finding.score);
    const singles = await allowance(alerts, alertCounter, alertsPerMinute, now);
    const single = worstFirst.slice(0, singles);
    const digests = chunks(worstFirst.slice(singles), DIGEST_ENTRIES);
    const messages = [
        ...single.map(([index, alert]) => ({ indexes: [index], subject: subject(alert), message: singleAlert(alert) })),
        ...digests.map((digest) => ({
            indexes: digest.map(([index]) => index),
            subject: `Fraud alerts: ${digest.length} more`,
            message: digestOf(digest.map(([, alert]) => alert.transaction.id)),
        })),
    ];
    const sent = await inParallel(messages, PARALLEL_MESSAGES, ({ subject, message }) =>
        fraud.publish(subject, message),
    );
    const outcomes = new Array<PromiseSettledResult<void>>(alerts.length);
    for (const [number, { indexes }] of messages.entries()) {
        for (const index of indexes) outcomes[index] = sent[number] ?? { status: "rejected", reason: undefined };
    }
    return outcomes;
}

/** How many of the batch may go one by one. */
async function allowance(
    alerts: readonly Judged[],
    counter: AlertCounter,
    alertsPerMinute: number,
    now: string,
): Promise<number> {
    const ids = alerts.map(({ transaction }) => transaction.id).sort();
    const batch = nameFor(ids.join("\n"), BATCH_NAME);
    try {
        const total = await counter.add(`${now.slice(0, 16)}Z`, batch, alerts.length);
        return Math.max(0, Math.min(alerts.length, alertsPerMinute - (total - alerts.length)));
    } catch {
        // Nobody must wait for an alert because it could not be counted: a digest is one message, whatever the storm.
        return 0;
    }
}

function subject({ finding }: Judged): string {
    return `Fraud alert: score ${finding.score.toFixed(2)}`;
}

function singleAlert({ transaction, finding }: Judged): object {
    const { id, occurredAt, amountMinor, currency, channel, country } = transaction;
    return {
        type: "fraud",
        alertId: alertIdOf(id),
        transactionId: id,
        score: finding.score,
        reasons: finding.reasons.map(({ code, text }) => ({ code, text })),
        occurredAt,
        amountMinor,
        currency,
        channel,
        country,
    };
}

function digestOf(transactionIds: string[]): object {
    return {
        type: "fraud-digest",
        alertIds: transactionIds.map(alertIdOf),
        transactionIds,
        count: transactionIds.length,
    };
}
