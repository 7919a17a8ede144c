import type { SQSRecord } from "aws-lambda";
import { newObjects } from "../../contract/files/object-event.ts";

/** A message of the queue `records`, and the objects of records that it tells of. */
export interface Arrival {
    messageId: string;
    keys: string[];
    /** This delivery: the message, and how often it was delivered. */
    delivery: string;
}

/** The message tells of nothing that `score` writes; it belongs with the dead letters. */
export class ForeignMessageError extends Error {
    override readonly name = "ForeignMessageError";
}

/** What `score` calls its objects. Nothing in it needs quoting in SQL, in JSON or in an address. */
const RECORDS = /^transactions\/date=\d{4}-\d{2}-\d{2}\/[0-9a-f]{64}\.ndjson\.gz$/;

/** What a message tells of; S3's test event tells of nothing. */
export function arrivalOf({ messageId, body, attributes }: SQSRecord, bucket: string): Arrival {
    const objects = newObjects(parsed(body));
    if (objects === undefined) throw new ForeignMessageError("the message is no notification of S3");
    for (const { bucket: found, key } of objects) {
        if (found === bucket && RECORDS.test(key)) continue;
        // What stands there instead may be anything, so it is in no log; the parked message has it.
        throw new ForeignMessageError("the notification tells of an object that holds no records of this platform");
    }
    const delivery = `${messageId}#${attributes.ApproximateReceiveCount}`;
    return { messageId, keys: objects.map(({ key }) => key), delivery };
}

function parsed(body: string): unknown {
    try {
        return JSON.parse(body);
    } catch {
        throw new ForeignMessageError("the message is not JSON");
    }
}
