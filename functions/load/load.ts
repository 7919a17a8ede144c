import type { SQSRecord } from "aws-lambda";
import { groupedBy } from "../adapters/grouping.ts";
import type { ObjectWriter } from "../adapters/objects.ts";
import type { Clock, Warehouse } from "../adapters/warehouse.ts";
import { type Arrival, arrivalOf } from "./arrival.ts";
import { byHalves } from "./by-halves.ts";
import { KINDS, type Kind } from "./kinds.ts";
import { copyManifest, filledIn, type LoadedObject, loadId, manifestKey, namesIn } from "./one-load.ts";

export interface Ports {
    warehouse: Warehouse;
    manifests: ObjectWriter;
    clock: Pick<Clock, "hasTime">;
    now(): Date;
}

export interface Settings {
    /** Where the objects of each kind lie. */
    buckets: Record<Kind, string>;
    manifestsBucket: string;
    /** ARN of the role as which the warehouse reads. */
    copyRoleArn: string;
    /** The statements of one load of each kind, with its parameters. */
    statements: Record<Kind, readonly string[]>;
}

export interface Outcome {
    /** Objects that are now in the warehouse. */
    objectsLoaded: number;
    /** Transactions on the warehouse that were carried out, and those that it refused. */
    loads: number;
    loadsFailed: number;
    failures: Map<string, unknown>;
}

/**
 * Loads what the messages tell of: all of a kind as one transaction, or, where that fails, all but what makes it fail. No
 * kind waits for another: what is wrong with refusals holds up no verdict.
 */
export async function load(records: readonly SQSRecord[], ports: Ports, settings: Settings): Promise<Outcome> {
    const failures = new Map<string, unknown>();
    const arrivals = records.flatMap((record): Arrival[] => {
        try {
            return [arrivalOf(record, settings.buckets)];
        } catch (error) {
            failures.set(record.messageId, error);
            return [];
        }
    });
    const outcome = { objectsLoaded: 0, loads: 0, loadsFailed: 0, failures };
    for (const kind of KINDS) {
        const objects = objectsOf(kind, arrivals);
        const once = (some: readonly LoadedObject[]) => loadOnce(kind, some, ports, settings);
        const { failed, done, refused } = await byHalves(objects, once, ports.clock);
        for (const { messageId, objects } of arrivals) {
            const first = objects.find((one) => one.kind === kind && failed.has(one.key));
            if (first !== undefined && !failures.has(messageId)) failures.set(messageId, failed.get(first.key));
        }
        outcome.objectsLoaded += objects.length - failed.size;
        outcome.loads += done;
        outcome.loadsFailed += refused;
    }
    return outcome;
}

/**
 * Each object once, however many messages tell of it; by the end of its name, which is mostly a hash, so that faulty ones of
 * one day do not lie together.
 */
function objectsOf(kind: Kind, arrivals: readonly Arrival[]): LoadedObject[] {
    const told = groupedBy(
        arrivals.flatMap(({ objects, delivery }) =>
            objects.filter((one) => one.kind === kind).map(({ key }) => ({ key, delivery })),
        ),
        ({ key }) => key,
    );
    const end = ({ key }: LoadedObject) => key.slice(key.lastIndexOf("/"));
    return [...told]
        .map(([key, all]) => ({ key, deliveries: all.map(({ delivery }) => delivery) }))
        .sort((one, other) => (end(one) < end(other) ? -1 : 1));
}

async function loadOnce(kind: Kind, objects: readonly LoadedObject[], ports: Ports, settings: Settings): Promise<void> {
    const { buckets, manifestsBucket, copyRoleArn, statements } = settings;
    const id = loadId(objects);
    const key = manifestKey(id);
    await ports.manifests.write(key, copyManifest(buckets[kind], objects), "application/json");
    const parameters = {
        manifest: `s3://${manifestsBucket}/${key}`,
        role: copyRoleArn,
        load: id,
        objects: namesIn(objects),
        count: String(objects.length),
        started: ports.now().toISOString().slice(0, 19).replace("T", " "),
    };
    const what = `load ${id.slice(0, 12)} of ${objects.length} objects of ${kind}`;
    await ports.warehouse.run(
        what,
        statements[kind].map((statement) => filledIn(statement, parameters)),
        id,
    );
}
