import type { SQSMessageAttributes, SQSRecord } from "aws-lambda";
import type { StringAttribute } from "../../../contract/transaction/envelope.ts";
import type { OutgoingMessage, QueueSender } from "../queue.ts";
import { messagesIn } from "./pack.ts";

/** Queues whose messages may be packs, by name, each with a way to put a message back on it. */
export type PackedQueues = ReadonlyMap<string, QueueSender>;

/** The queues of these URLs. Producers outside the platform must have no place among them. */
export function packedQueues(urls: readonly string[], senderTo: (url: string) => QueueSender): PackedQueues {
    return new Map(urls.map((url) => [url.slice(url.lastIndexOf("/") + 1), senderTo(url)]));
}

/** A batch as a function received it. */
export class Received {
    /** Every message, those in packs too. */
    readonly messages: SQSRecord[] = [];
    readonly #packs: { record: SQSRecord; held: SQSRecord[]; queue: QueueSender }[] = [];

    constructor(records: readonly SQSRecord[], queues: PackedQueues) {
        for (const record of records) {
            const queue = queues.get(record.eventSourceARN.slice(record.eventSourceARN.lastIndexOf(":") + 1));
            const held = queue && messagesIn(record);
            if (queue !== undefined && held !== undefined) this.#packs.push({ record, held, queue });
            this.messages.push(...(held ?? [record]));
        }
    }

    /**
     * Which of the records the queue must deliver again, since these messages failed. What failed of a pack is put back
     * alone, so that it is counted, delayed and parked alone; a pack that failed as a whole comes again as it is.
     */
    async again(failures: ReadonlyMap<string, unknown>): Promise<Map<string, unknown>> {
        const again = new Map(failures);
        for (const { record, held, queue } of this.#packs) {
            const failed = held.filter(({ messageId }) => failures.has(messageId));
            for (const { messageId } of failed) again.delete(messageId);
            const [first] = failed;
            if (first === undefined) continue;
            const cause = failed.length === held.length ? failures.get(first.messageId) : await putBack(failed, queue);
            if (cause !== undefined) again.set(record.messageId, cause);
        }
        return again;
    }
}

/** Why some could not be put back; undefined where all are. */
async function putBack(failed: readonly SQSRecord[], queue: QueueSender): Promise<unknown> {
    try {
        const outcomes = await queue.send(failed.map(outgoing));
        const refused = outcomes.find((outcome) => outcome.status === "rejected");
        return refused === undefined ? undefined : (refused.reason ?? new Error("a message was not put back"));
    } catch (error) {
        return error ?? new Error("no message was put back");
    }
}

function outgoing({ body, messageAttributes }: SQSRecord): OutgoingMessage {
    return { body, attributes: attributesOf(messageAttributes) };
}

function attributesOf(attributes: SQSMessageAttributes): Record<string, StringAttribute> {
    return Object.fromEntries(
        Object.entries(attributes).map(([name, { stringValue = "" }]) => [
            name,
            { DataType: "String", StringValue: stringValue },
        ]),
    );
}
