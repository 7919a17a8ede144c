import type { SQSRecord } from "aws-lambda";
import { checkTransaction } from "../../contract/transaction/check.ts";
import { maskCardNumbers } from "../../contract/values/card-number.ts";
import { maskedMessage } from "./masked-message.ts";
import type { ParkedMessage } from "./parked.ts";

const MASKED = "It held a card number. That is masked here, so the producer must send it again without.";

/** What is kept of a dead letter: all of it, so that a replay is exact, unless it holds a card number. */
export function parkedMessage(record: SQSRecord, now: string): ParkedMessage {
    const { messageId, body, attributes, messageAttributes = {}, eventSourceARN } = record;
    const { DeadLetterQueueSourceArn: sourceQueueArn } = attributes;
    const message: ParkedMessage = {
        queue: queueName(eventSourceARN),
        ...(sourceQueueArn === undefined ? {} : { sourceQueueArn }),
        messageId,
        body,
        attributes: messageAttributes,
        receiveCount: Number(attributes.ApproximateReceiveCount),
        firstSentAt: new Date(Number(attributes.SentTimestamp)).toISOString(),
        cause: causeOf(record),
        parkedAt: now,
    };
    const masked = maskedMessage(message);
    return masked === undefined ? message : { ...message, ...masked, notReplayable: MASKED };
}

export function queueName(arn: string): string {
    return arn.slice(arn.lastIndexOf(":") + 1);
}

/**
 * SQS does not say why a consumer failed. What can be known: how often it did, what a failed asynchronous invocation wrote
 * into the attributes, and whether the body is a transaction at all.
 */
function causeOf({ body, attributes, messageAttributes = {} }: SQSRecord): string {
    const causes = [`delivered ${attributes.ApproximateReceiveCount} times and never processed`];
    const error = messageAttributes.ErrorMessage?.stringValue;
    if (error !== undefined) causes.push(`the function said: ${maskCardNumbers(error)}`);
    const fault = transactionFault(body);
    if (fault !== undefined) causes.push(fault);
    return causes.join("; ");
}

/** What is wrong with a body that looks like a transaction; file events, which do not, have no such fault. */
function transactionFault(body: string): string | undefined {
    let value: unknown;
    try {
        value = JSON.parse(body);
    } catch {
        return "the body is not JSON";
    }
    if (typeof value !== "object" || value === null || !("accountId" in value)) return undefined;
    const checked = checkTransaction(value);
    if (checked.ok) return undefined;
    return `the body is no transaction: ${checked.reason}${checked.field === undefined ? "" : ` in ${maskCardNumbers(checked.field)}`}`;
}
