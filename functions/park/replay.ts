import { messageOrigin } from "../../contract/transaction/origin.ts";
import { ParkedMessage } from "./parked.ts";

/** The parked bucket and the queues, as a replay uses them. */
export interface ReplayPorts {
    /** Keys under a prefix, all pages. */
    keys(prefix: string): AsyncIterable<string>;
    read(key: string): Promise<string>;
    /** Sends to the queue of this ARN; throws when it was not accepted. */
    send(queueArn: string, message: ReplayMessage): Promise<void>;
    write(key: string, body: string): Promise<void>;
}

export interface ReplayMessage {
    body: string;
    attributes: Record<string, { DataType: string; StringValue?: string; BinaryValue?: Uint8Array }>;
}

export interface ReplayOutcome {
    /** Keys sent back to their queue. */
    replayed: string[];
    /** Keys that an earlier replay sent back. */
    before: string[];
    /** Keys that cannot go back, each with why. */
    refused: { key: string; why: string }[];
}

/** Marks lie apart from the messages, so that those stay as evidence. */
const MARKS = "replayed/";

/**
 * Sends parked messages back to the queue they came from, with their body, attributes and origin. Each is sent once: a
 * mark says so afterwards. A kill in between sends one again, which its consumer takes for the retry it is, because the
 * origin is the same.
 */
export async function replay(prefix: string, ports: ReplayPorts, now: string): Promise<ReplayOutcome> {
    const outcome: ReplayOutcome = { replayed: [], before: [], refused: [] };
    for await (const one of parkedUnder(prefix, ports)) {
        if (one.state === "before") outcome.before.push(one.key);
        else if (one.state === "refused") outcome.refused.push({ key: one.key, why: one.why });
        else {
            await putBack(one, ports, now);
            outcome.replayed.push(one.key);
        }
    }
    return outcome;
}

/** A parked object, and whether its message can go back: not yet, already, or never. */
export type Parked =
    | { key: string; state: "waiting"; queueArn: string; message: ParkedMessage }
    | { key: string; state: "before" }
    | { key: string; state: "refused"; why: string; message?: ParkedMessage };

/** What is parked under a prefix; nothing is changed. */
export async function* parkedUnder(prefix: string, ports: Pick<ReplayPorts, "keys" | "read">): AsyncGenerator<Parked> {
    const marks = new Set<string>();
    for await (const key of ports.keys(MARKS + prefix)) marks.add(key.slice(MARKS.length));
    for await (const key of ports.keys(prefix)) {
        if (key.startsWith(MARKS)) continue;
        yield marks.has(key) ? { key, state: "before" } : judged(key, parse(await ports.read(key)));
    }
}

function judged(key: string, message: ParkedMessage | undefined): Parked {
    if (message === undefined) return { key, state: "refused", why: "It is not a parked message." };
    const { notReplayable, sourceQueueArn: queueArn, queue } = message;
    if (notReplayable !== undefined) return { key, state: "refused", why: notReplayable, message };
    if (queueArn !== undefined) return { key, state: "waiting", queueArn, message };
    return { key, state: "refused", why: `SQS did not say which queue it came to before ${queue}.`, message };
}

async function putBack(
    { key, queueArn, message }: Parked & { state: "waiting" },
    ports: ReplayPorts,
    now: string,
): Promise<void> {
    await ports.send(queueArn, messageOf(message));
    await ports.write(MARKS + key, JSON.stringify({ key, replayedAt: now }));
}

/** The message with an envelope: without one, its new message id would make it another delivery than it is. */
export function messageOf({ body, attributes, messageId, firstSentAt }: ParkedMessage): ReplayMessage {
    const own = Object.entries(attributes).map(([name, { dataType, stringValue, binaryValue }]) => [
        name,
        {
            DataType: dataType,
            ...(stringValue === undefined ? {} : { StringValue: stringValue }),
            ...(binaryValue === undefined ? {} : { BinaryValue: Buffer.from(binaryValue, "base64") }),
        },
    ]);
    return {
        body,
        attributes: {
            origin: { DataType: "String", StringValue: messageOrigin(messageId) },
            receivedAt: { DataType: "String", StringValue: firstSentAt },
            ...Object.fromEntries(own),
        },
    };
}

function parse(text: string): ParkedMessage | undefined {
    try {
        return ParkedMessage.parse(JSON.parse(text));
    } catch {
        return undefined;
    }
}
