import type { SQSRecord } from "aws-lambda";
import { BYTES } from "../../contract/limits.ts";
import { readEnvelope } from "../../contract/transaction/envelope.ts";
import { messageOrigin } from "../../contract/transaction/origin.ts";

/** One message as it came. */
export interface Delivery {
    messageId: string;
    body: string;
    /** Which delivery of a transaction this is; the same origin again is a retry. */
    origin: string;
    /** When the platform first had it. */
    receivedAt: string;
}

/** A message with its envelope; live producers may leave it out, and cannot claim to have been heard in the future. */
export function deliveryOf(record: SQSRecord): Delivery {
    const { messageId, body, messageAttributes = {}, attributes } = record;
    const sentAt = new Date(Number(attributes.SentTimestamp)).toISOString();
    const fallback = { origin: messageOrigin(messageId), receivedAt: sentAt };
    const { origin, receivedAt } = readEnvelope(messageAttributes, fallback);
    const claimsTheFuture = receivedAt > sentAt;
    return {
        messageId,
        body,
        origin: origin === "" || Buffer.byteLength(origin) > BYTES.origin ? fallback.origin : origin,
        receivedAt: claimsTheFuture ? sentAt : receivedAt,
    };
}
