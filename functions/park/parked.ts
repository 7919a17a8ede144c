import * as z from "zod/mini";

const Attribute = z.object({
    dataType: z.string(),
    stringValue: z.optional(z.string()),
    binaryValue: z.optional(z.string()),
});

/** A message that its consumer could not process, as it lies in the parked bucket. */
export const ParkedMessage = z.object({
    /** The dead-letter queue it was taken from. */
    queue: z.string(),
    /** ARN of the queue it came to first, when SQS says so. */
    sourceQueueArn: z.optional(z.string()),
    messageId: z.string(),
    body: z.string(),
    /** Message attributes, as SQS hands them to functions. */
    attributes: z.record(z.string(), Attribute),
    receiveCount: z.number(),
    /** When it was sent to its first queue. */
    firstSentAt: z.string(),
    cause: z.string(),
    /** Why it cannot be replayed: it held a card number, which is masked here. */
    notReplayable: z.optional(z.string()),
    parkedAt: z.string(),
});
export type ParkedMessage = z.infer<typeof ParkedMessage>;

/** The same for each attempt to park one message. */
export function parkedKey({ queue, messageId, firstSentAt }: ParkedMessage): string {
    return `${queue}/${firstSentAt.slice(0, 10)}/${messageId}.json`;
}
