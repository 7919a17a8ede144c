import type { SQSRecord } from "aws-lambda";
import type { OutgoingMessage } from "../queue.ts";

/**
 * SQS takes money for each message sent, received and deleted, and for each 64 KB of it. So what goes from function to
 * function travels many to a message: a line with the attributes of each, and below it the line that is its body. Each
 * keeps its own origin, fails alone and is parked alone.
 */
const MARK = "pack";
const LINE = "\n";
/** With room for the mark below the 64 KB that count as one request. */
const PACK_BYTES = 60 * 1024;
/** How many come again together when a function dies at its work. */
const PACK_MESSAGES = 50;

/** A message to send, and which of those given it holds. */
export interface Pack {
    message: OutgoingMessage;
    indexes: number[];
}

/** Puts messages together in their order; one that has no other beside it stays as it is. */
export function packed(messages: readonly OutgoingMessage[]): Pack[] {
    const packs: Pack[] = [];
    let lines: string[] = [];
    let indexes: number[] = [];
    let bytes = 0;
    const close = (): void => {
        const [first] = indexes;
        const message = first === undefined ? undefined : messages[first];
        if (message !== undefined) packs.push({ message: together(message, lines, indexes.length), indexes });
        [lines, indexes, bytes] = [[], [], 0];
    };
    for (const [index, message] of messages.entries()) {
        const line = attributeLine(message) + LINE + message.body;
        const size = Buffer.byteLength(line) + LINE.length;
        const previous = messages[indexes[0] ?? index];
        const isFull = indexes.length === PACK_MESSAGES || bytes + size > PACK_BYTES;
        if (isFull || !isPackable(message) || message.delaySeconds !== previous?.delaySeconds) close();
        lines.push(line);
        indexes.push(index);
        bytes += size;
        if (!isPackable(message)) close();
    }
    close();
    return packs;
}

function together(first: OutgoingMessage, lines: readonly string[], count: number): OutgoingMessage {
    if (count === 1) return first;
    const { delaySeconds } = first;
    return {
        body: lines.join(LINE),
        attributes: { [MARK]: { DataType: "String", StringValue: String(count) } },
        ...(delaySeconds !== undefined && { delaySeconds }),
    };
}

function isPackable({ body }: OutgoingMessage): boolean {
    return !body.includes(LINE);
}

function attributeLine({ attributes }: OutgoingMessage): string {
    return JSON.stringify(Object.fromEntries(Object.entries(attributes).map(([name, one]) => [name, one.StringValue])));
}

/** What a message holds, each as if it had come alone; undefined where it is no pack. */
export function messagesIn(record: SQSRecord): SQSRecord[] | undefined {
    const count = record.messageAttributes?.[MARK]?.stringValue;
    if (count === undefined) return undefined;
    const lines = record.body.split(LINE);
    if (String(lines.length / 2) !== count) return undefined;
    const messages: SQSRecord[] = [];
    for (let at = 0; at < lines.length; at += 2) {
        const messageAttributes = attributesIn(lines[at] ?? "");
        if (messageAttributes === undefined) return undefined;
        const messageId = `${record.messageId}-${at / 2}`;
        messages.push({ ...record, messageId, body: lines[at + 1] ?? "", messageAttributes });
    }
    return messages;
}

function attributesIn(line: string): SQSRecord["messageAttributes"] | undefined {
    try {
        const entries = Object.entries(JSON.parse(line) as Record<string, unknown>);
        if (entries.some(([, value]) => typeof value !== "string")) return undefined;
        return Object.fromEntries(
            entries.map(([name, value]) => [name, { dataType: "String", stringValue: String(value) }]),
        );
    } catch {
        return undefined;
    }
}
