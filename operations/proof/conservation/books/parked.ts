import { newObjects } from "../../../../contract/files/object-event.ts";
import { originOf } from "../../../../functions/park/park.ts";
import { ParkedMessage } from "../../../../functions/park/parked.ts";
import type { Cloud } from "../cloud/cloud.ts";

/** A parked message, and what of that which was put in it stands for. */
export interface ParkedOne {
    message: ParkedMessage;
    /** Deliveries by name. */
    origins: string[];
    /** A file of which rows may be missing, as its rows name it. */
    file?: string;
    /** Objects of records that were not loaded. */
    records: string[];
    /** A transaction that was scored, of which the model was to be asked again. */
    askedAgain?: string;
}

export function parkedOnes({ objects }: Cloud): ParkedOne[] {
    return [...objects.of("parked")]
        .filter(([key]) => !key.startsWith("replayed/"))
        .map(([, { body }]) => parkedOne(ParkedMessage.parse(JSON.parse(body.toString()))));
}

function parkedOne(message: ParkedMessage): ParkedOne {
    const { queue, body, attributes } = message;
    const value = parsed(body);
    if (attributes.rescore !== undefined) {
        return { message, origins: [], records: [], askedAgain: String((value as { id?: string }).id) };
    }
    const [object] = value === undefined ? [] : (newObjects(value) ?? []);
    if (queue === "records-dead" && object !== undefined) {
        return { message, origins: [], records: [object.key] };
    }
    const job = object ?? (value as { job?: { key: string; version: string } } | undefined)?.job;
    if (queue === "landing-dead" && job !== undefined) {
        const version = "version" in job ? job.version : (job.versionId ?? job.eTag);
        return { message, origins: [], records: [], file: `${job.key}#${version}` };
    }
    return { message, origins: [originOf(message)], records: [] };
}

function parsed(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return undefined;
    }
}
