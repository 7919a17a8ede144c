import type { SQSRecord } from "aws-lambda";

export interface RecordParts {
    messageId?: string;
    body?: string;
    sentAt?: string;
    attributes?: Record<string, string>;
    queue?: string;
    /** Name of the queue it was a dead letter of. */
    source?: string;
    receiveCount?: number;
}

/** A record as Lambda hands it to a function. */
export function sqsRecord(parts: RecordParts = {}): SQSRecord {
    const { messageId = "m-1", body = "{}", sentAt = "2026-03-02T12:00:00.000Z", attributes = {} } = parts;
    const { queue = "incoming", source, receiveCount = 1 } = parts;
    return {
        messageId,
        receiptHandle: "receipt",
        body,
        attributes: {
            ApproximateReceiveCount: String(receiveCount),
            SentTimestamp: String(Date.parse(sentAt)),
            SenderId: "sender",
            ApproximateFirstReceiveTimestamp: String(Date.parse(sentAt)),
            ...(source === undefined ? {} : { DeadLetterQueueSourceArn: arn(source) }),
        },
        messageAttributes: Object.fromEntries(
            Object.entries(attributes).map(([name, stringValue]) => [name, { stringValue, dataType: "String" }]),
        ),
        md5OfBody: "",
        eventSource: "aws:sqs",
        eventSourceARN: arn(queue),
        awsRegion: "eu-west-1",
    };
}

function arn(queue: string): string {
    return `arn:aws:sqs:eu-west-1:111122223333:${queue}`;
}
