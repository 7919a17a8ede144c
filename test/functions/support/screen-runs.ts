import { canonicalJson, type Transaction } from "../../../contract/transaction/transaction.ts";
import type { Delivery } from "../../../functions/screen/delivery.ts";
import { type Outcome, screen } from "../../../functions/screen/screen.ts";
import { type Cloud, type Fault, type Ports, portsTo } from "./cloud.ts";
import { transaction } from "./transactions.ts";

export const RECEIVED = "2026-03-02T12:00:30.000Z";
export const NOW = "2026-03-02T12:00:31.000Z";

let messageNumber = 0;

/** A message with this body; each call makes a message of its own. */
export function message(body: string, origin?: string, receivedAt: string = RECEIVED): Delivery {
    const messageId = `m-${++messageNumber}`;
    return { messageId, body, origin: origin ?? `sqs:${messageId}`, receivedAt };
}

export function delivery(changes: Partial<Transaction> = {}, origin?: string): Delivery {
    return message(canonicalJson(transaction(changes)), origin);
}

export interface Run {
    outcome: Outcome;
    again: Delivery[];
    effects: number;
}

/** One invocation; if it was killed, the queue delivers all of its messages again. */
export async function run(
    cloud: Cloud,
    batch: readonly Delivery[],
    options: { fault?: Fault; ports?: Ports } = {},
): Promise<Run> {
    const { fault } = options;
    const ports = options.ports ?? portsTo(cloud, fault);
    const outcome = await screen(batch, ports, NOW);
    const killed = fault?.kills === true && ports.effects() > fault.at;
    const again = batch.filter(({ messageId }) => killed || outcome.failures.has(messageId));
    return { outcome, again, effects: ports.effects() };
}

/** The quarantine's lines by origin. */
export function quarantined(cloud: Cloud): Map<string, Record<string, string>> {
    const lines = [...cloud.objects]
        .filter(([key]) => key.startsWith("quarantine/"))
        .map(([, body]): Record<string, string> => JSON.parse(String(body)));
    return new Map(lines.map((line) => [line.origin ?? "", line]));
}

/** The reason a single message is refused for. */
export async function refusalOf(delivery: Delivery, cloud: Cloud): Promise<string | undefined> {
    const { outcome } = await run(cloud, [delivery]);
    return outcome.failures.size === 0 ? quarantined(cloud).get(delivery.origin)?.reason : "failed";
}
