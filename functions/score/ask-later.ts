import { discrepancy } from "../../contract/discrepancy.ts";
import type { StringAttribute } from "../../contract/transaction/envelope.ts";
import { canonicalJson } from "../../contract/transaction/transaction.ts";
import { canonicalTime } from "../../contract/values/time.ts";
import { inParallel } from "../adapters/in-parallel.ts";
import type { QueueSender } from "../adapters/queue.ts";
import type { TopicPublisher } from "../adapters/topic.ts";
import type { Postponed } from "./consult.ts";

export interface LaterPorts {
    /** Hours after which the model is no longer asked. */
    laterHours: number;
    /** The queue of screened transactions that nobody waits for. */
    later: QueueSender;
    discrepancies: TopicPublisher;
}

/** The longest that SQS holds a message back. */
const DELAY_SECONDS = 900;
const HOUR_MS = 3_600_000;

/** The mark of a message that asks the model about a scored transaction: since when that waits. */
function rescoreAttribute(since: string): Record<"rescore", StringAttribute> {
    return { rescore: { DataType: "String", StringValue: since } };
}

/** Since when a received message waits for the model; undefined when it does not. */
export function rescoreSince(
    attributes: Readonly<Record<string, { stringValue?: string | undefined } | undefined>> | undefined,
): string | undefined {
    return canonicalTime(attributes?.rescore?.stringValue ?? "") ?? undefined;
}

/**
 * Has the model asked about transactions in a quarter of an hour, and again until it answers; after `laterHours` it is
 * told of instead. The outcomes are in the order of the transactions.
 */
export async function askLater(
    postponed: readonly Postponed[],
    { later, laterHours, discrepancies }: LaterPorts,
    now: string,
): Promise<{ outcomes: PromiseSettledResult<void>[]; given: number }> {
    const isOver = ({ since }: Postponed): boolean => Date.parse(now) - Date.parse(since) >= laterHours * HOUR_MS;
    const [over, waiting] = [postponed.filter(isOver), postponed.filter((one) => !isOver(one))];
    const sent = await later.send(
        waiting.map(({ transaction, since }) => ({
            body: canonicalJson(transaction),
            attributes: rescoreAttribute(since),
            delaySeconds: DELAY_SECONDS,
        })),
    );
    const ids = over.map(({ transaction }) => transaction.id);
    const told = await inParallel(ids.length > 0 ? [ids] : [], 1, (all) =>
        discrepancies.publish(
            `Scored by the rules alone: ${all.length}`,
            discrepancy("model-not-asked", "score", all, detail(laterHours)),
        ),
    );
    const missing: PromiseSettledResult<void> = { status: "rejected", reason: new Error("nothing was sent") };
    const outcomes = postponed.map((one) => (isOver(one) ? told[0] : sent[waiting.indexOf(one)]) ?? missing);
    return { outcomes, given: over.length };
}

function detail(hours: number): string {
    return `The rules alone decided: the fraud model did not answer for ${hours} hours. Verdicts stand as the rules found them.`;
}
