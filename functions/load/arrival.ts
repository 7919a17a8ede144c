import type { SQSRecord } from "aws-lambda";
import { newObjects } from "../../contract/files/object-event.ts";
import { KEYS, KINDS, type Kind } from "./kinds.ts";

/** A message of the queue `records`, and the objects that it tells of. */
export interface Arrival {
    messageId: string;
    objects: { kind: Kind; key: string }[];
    /** This delivery: the message, and how often it was delivered. */
    delivery: string;
}

/** The message tells of nothing that is loaded; it belongs with the dead letters. */
export class ForeignMessageError extends Error {
    override readonly name = "ForeignMessageError";
}

/** What a message tells of; S3's test event tells of nothing. */
export function arrivalOf({ messageId, body, attributes }: SQSRecord, buckets: Record<Kind, string>): Arrival {
    const told = newObjects(parsed(body));
    if (told === undefined) throw new ForeignMessageError("the message is no notification of S3");
    const objects = told.map(({ bucket, key }) => {
        const kind = KINDS.find((one) => buckets[one] === bucket && KEYS[one].test(key));
        if (kind !== undefined) return { kind, key };
        // What stands there instead may be anything, so it is in no log; the parked message has it.
        throw new ForeignMessageError("the notification tells of an object that no load of this platform knows");
    });
    return { messageId, objects, delivery: `${messageId}#${attributes.ApproximateReceiveCount}` };
}

function parsed(body: string): unknown {
    try {
        return JSON.parse(body);
    } catch {
        throw new ForeignMessageError("the message is not JSON");
    }
}
