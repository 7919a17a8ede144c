import type { MessageAttributeValue } from "@aws-sdk/client-sqs";
import type { SQSMessageAttributes, SQSRecord } from "aws-lambda";

export interface Message {
    id: string;
    queue: string;
    body: string;
    attributes: SQSMessageAttributes;
    sentAt: number;
    receiveCount: number;
    /** Of a dead letter: the queue it came to first. */
    source?: string;
    isDeleted: boolean;
    /** Until when a delivery of it hides it. */
    hiddenUntil: number;
    /** Whoever works on it is killed, until it is sent anew. */
    isHexed: boolean;
}

type Given = Record<string, MessageAttributeValue>;

const ACCOUNT = "111122223333";
const REGION = "eu-west-1";

export function arnOf(queue: string): string {
    return `arn:aws:sqs:${REGION}:${ACCOUNT}:${queue}`;
}

export function urlOf(queue: string): string {
    return `https://sqs.${REGION}.amazonaws.com/${ACCOUNT}/${queue}`;
}

/** As Lambda hands it to a function. */
export function recordOf(message: Message): SQSRecord {
    const { id, queue, body, attributes, sentAt, receiveCount, source } = message;
    return {
        messageId: id,
        receiptHandle: id,
        body,
        attributes: {
            ApproximateReceiveCount: String(receiveCount),
            SentTimestamp: String(sentAt),
            SenderId: "sender",
            ApproximateFirstReceiveTimestamp: String(sentAt),
            ...(source !== undefined && { DeadLetterQueueSourceArn: source }),
        },
        messageAttributes: attributes,
        md5OfBody: "",
        eventSource: "aws:sqs",
        eventSourceARN: arnOf(queue),
        awsRegion: REGION,
    };
}

/** The queue of a URL. */
export function nameIn(url: string): string {
    return url.slice(url.lastIndexOf("/") + 1);
}

/** Attributes as they were sent, in the form in which they are received. */
export function received(attributes: Given = {}): SQSMessageAttributes {
    return Object.fromEntries(
        Object.entries(attributes).map(([name, { DataType = "String", StringValue = "" }]) => [
            name,
            { dataType: DataType, stringValue: StringValue },
        ]),
    );
}
