import { SendMessageBatchCommand, type SendMessageBatchRequestEntry, SQSClient } from "@aws-sdk/client-sqs";
import { CLOUD_BYTES } from "../../contract/limits.ts";
import type { StringAttribute } from "../../contract/transaction/envelope.ts";
import { refuseCardNumbers } from "./card-guard.ts";
import { clientOptions } from "./client-options.ts";
import { inParallel } from "./in-parallel.ts";
import { type Pause, pauseFor } from "./pause.ts";

export interface OutgoingMessage {
    body: string;
    attributes: Readonly<Record<string, StringAttribute>>;
    /** Seconds until it can be received; at most 900. Default: 0. */
    delaySeconds?: number;
}

/** Sends to one queue. */
export interface QueueSender {
    /** Sends each message at least once; the outcomes are in the order of the messages. */
    send(messages: readonly OutgoingMessage[]): Promise<PromiseSettledResult<void>[]>;
}

/** Entries of one batch, and bytes of all of them together: half of what SQS takes. */
const BATCH_ENTRIES = 10;
const BATCH_BYTES = CLOUD_BYTES.queueMessage / 2;
const PARALLEL_BATCHES = 8;
const ATTEMPTS = 4;
const FIRST_PAUSE_MS = 50;

/** Clients that follow the configured endpoint, not the host inside a queue's URL: locally the two differ. */
export function sqsClient(): SQSClient {
    return new SQSClient({ ...clientOptions, useQueueUrlAsEndpoint: false });
}

export class SqsSender implements QueueSender {
    readonly #client: Pick<SQSClient, "send">;
    readonly #queueUrl: string;
    readonly #pause: Pause;

    constructor(client: Pick<SQSClient, "send">, queueUrl: string, pause: Pause = pauseFor) {
        this.#client = client;
        this.#queueUrl = queueUrl;
        this.#pause = pause;
    }

    async send(messages: readonly OutgoingMessage[]): Promise<PromiseSettledResult<void>[]> {
        const outcomes = new Array<PromiseSettledResult<void>>(messages.length);
        let waiting = messages.flatMap((message, index) => {
            outcomes[index] = guarded(message);
            return outcomes[index].status === "fulfilled" ? [index] : [];
        });
        for (let attempt = 1; waiting.length > 0 && attempt <= ATTEMPTS; attempt++) {
            if (attempt > 1) await this.#pause(FIRST_PAUSE_MS * 4 ** (attempt - 2));
            const batches = batchesOf(waiting, messages);
            const results = await inParallel(batches, PARALLEL_BATCHES, (batch) => this.#sendBatch(batch, messages));
            for (const [number, batch] of batches.entries()) {
                for (const index of batch) outcomes[index] = outcomeOf(results[number], index);
            }
            waiting = waiting.filter((index) => isWorthRetrying(outcomes[index]));
        }
        return outcomes;
    }

    /** The entries of the batch that SQS refused. */
    async #sendBatch(batch: readonly number[], messages: readonly OutgoingMessage[]): Promise<Map<number, SendError>> {
        const Entries = batch.flatMap((index): SendMessageBatchRequestEntry[] => {
            const message = messages[index];
            if (message === undefined) return [];
            const { body, attributes, delaySeconds } = message;
            const entry = { Id: String(index), MessageBody: body, MessageAttributes: { ...attributes } };
            return [{ ...entry, ...(delaySeconds !== undefined && { DelaySeconds: delaySeconds }) }];
        });
        const response = await this.#client.send(new SendMessageBatchCommand({ QueueUrl: this.#queueUrl, Entries }));
        return new Map(
            (response.Failed ?? []).map(({ Id, Code, SenderFault }) => [
                Number(Id),
                new SendError(`the queue refused the message: ${Code}`, SenderFault ?? false),
            ]),
        );
    }
}

/** A message with a card number in clear is refused by itself; those beside it go. */
function guarded({ body, attributes }: OutgoingMessage): PromiseSettledResult<void> {
    try {
        refuseCardNumbers("a queue", [body, ...Object.values(attributes).map(({ StringValue }) => StringValue)]);
        return { status: "fulfilled", value: undefined };
    } catch (reason) {
        return { status: "rejected", reason };
    }
}

/** SQS refused one message of a batch. */
export class SendError extends Error {
    override readonly name = "SendError";
    readonly senderFault: boolean;

    constructor(message: string, senderFault: boolean) {
        super(message);
        this.senderFault = senderFault;
    }
}

function outcomeOf(
    result: PromiseSettledResult<Map<number, SendError>> | undefined,
    index: number,
): PromiseSettledResult<void> {
    if (result?.status !== "fulfilled") return { status: "rejected", reason: result?.reason };
    const reason = result.value.get(index);
    return reason === undefined ? { status: "fulfilled", value: undefined } : { status: "rejected", reason };
}

/** A whole request that failed had its retries by the SDK; a single entry has not. */
function isWorthRetrying(outcome: PromiseSettledResult<void> | undefined): boolean {
    return outcome?.status === "rejected" && outcome.reason instanceof SendError && !outcome.reason.senderFault;
}

function batchesOf(indexes: readonly number[], messages: readonly OutgoingMessage[]): number[][] {
    const batches: number[][] = [];
    let bytes = 0;
    let current: number[] = [];
    for (const index of indexes) {
        const size = messageBytes(messages[index]);
        if (current.length === BATCH_ENTRIES || (current.length > 0 && bytes + size > BATCH_BYTES)) {
            batches.push(current);
            current = [];
            bytes = 0;
        }
        current.push(index);
        bytes += size;
    }
    return current.length > 0 ? [...batches, current] : batches;
}

function messageBytes(message: OutgoingMessage | undefined): number {
    if (message === undefined) return 0;
    const attributes = Object.entries(message.attributes).flatMap(([name, value]) => [
        name,
        value.DataType,
        value.StringValue,
    ]);
    return [message.body, ...attributes].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}
