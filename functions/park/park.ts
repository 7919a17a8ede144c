import type { SQSRecord } from "aws-lambda";
import { discrepancy } from "../../contract/discrepancy.ts";
import { messageOrigin } from "../../contract/transaction/origin.ts";
import { maskCardNumbers } from "../../contract/values/card-number.ts";
import { maskedWhereRefused } from "../adapters/card-guard.ts";
import { groupedBy } from "../adapters/grouping.ts";
import { inParallel } from "../adapters/in-parallel.ts";
import type { ObjectWriter } from "../adapters/objects.ts";
import { messagesIn } from "../adapters/packs/pack.ts";
import type { TopicPublisher } from "../adapters/topic.ts";
import { type ParkedMessage, parkedKey } from "./parked.ts";
import { parkedMessage } from "./parked-message.ts";

export interface Ports {
    parked: ObjectWriter;
    discrepancies: TopicPublisher;
}

export interface Outcome {
    parked: number;
    failures: Map<string, unknown>;
}

const PARALLEL = 10;

/** Puts dead letters where they do not expire, and tells of them once for each queue. */
export async function park(records: readonly SQSRecord[], ports: Ports, now: string): Promise<Outcome> {
    const failures = new Map<string, unknown>();
    /** The record that holds a message: several, where it is a pack, each of which is kept as if it had come alone. */
    const holder = new Map<ParkedMessage, string>();
    const messages = records.flatMap((record) =>
        (messagesIn(record) ?? [record]).map((one): ParkedMessage => {
            const message = parkedMessage(one, now);
            holder.set(message, record.messageId);
            return message;
        }),
    );
    const failed = (message: ParkedMessage): boolean => failures.has(holder.get(message) ?? "");
    const collect = (some: readonly ParkedMessage[], outcome: PromiseSettledResult<void> | undefined): void => {
        if (outcome?.status === "fulfilled") return;
        for (const message of some) failures.set(holder.get(message) ?? "", outcome?.reason);
    };
    const written = await inParallel(messages, PARALLEL, (message) =>
        // Masked already; whatever that missed must not keep a message among the dead letters.
        ports.parked.write(parkedKey(message), maskedWhereRefused(JSON.stringify(message)), "application/json"),
    );
    for (const [index, message] of messages.entries()) collect([message], written[index]);

    const parked = messages.filter((message) => !failed(message));
    const byQueue = [...groupedBy(parked, ({ queue }) => queue)];
    const told = await inParallel(byQueue, PARALLEL, ([queue, ofQueue]) =>
        ports.discrepancies.publish(
            `Dead letters: ${queue}`,
            discrepancy(
                "dead-letter",
                "park",
                ofQueue.map(originOf),
                `Parked from ${queue}; replay them after the fix.`,
            ),
        ),
    );
    // Delivered again, they are parked under the same keys and told of again.
    for (const [index, [, ofQueue]] of byQueue.entries()) collect(ofQueue, told[index]);
    return { parked: parked.filter((message) => !failed(message)).length, failures };
}

/** Which delivery a parked message is: as the step that could not process it would have said. */
export function originOf({ attributes, messageId }: ParkedMessage): string {
    const origin = attributes.origin?.stringValue ?? "";
    return origin === "" ? messageOrigin(messageId) : maskCardNumbers(origin);
}
