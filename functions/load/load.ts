import type { SQSRecord } from "aws-lambda";
import { groupedBy } from "../adapters/grouping.ts";
import type { ObjectWriter } from "../adapters/objects.ts";
import type { Clock, Warehouse } from "../adapters/warehouse.ts";
import { type Arrival, arrivalOf } from "./arrival.ts";
import { byHalves } from "./by-halves.ts";
import { copyManifest, filledIn, loadId, manifestKey, type RecordObject } from "./one-load.ts";

export interface Ports {
    warehouse: Warehouse;
    manifests: ObjectWriter;
    clock: Pick<Clock, "hasTime">;
    now(): Date;
}

export interface Settings {
    recordsBucket: string;
    manifestsBucket: string;
    /** ARN of the role as which the warehouse reads. */
    copyRoleArn: string;
    /** The statements of one load, with its parameters. */
    statements: readonly string[];
}

export interface Outcome {
    /** Objects whose records are now in the warehouse. */
    objectsLoaded: number;
    /** Transactions on the warehouse that were carried out, and those that it refused. */
    loads: number;
    loadsFailed: number;
    failures: Map<string, unknown>;
}

/** Loads what the messages tell of: all of it as one transaction, or, where that fails, all but what makes it fail. */
export async function load(records: readonly SQSRecord[], ports: Ports, settings: Settings): Promise<Outcome> {
    const failures = new Map<string, unknown>();
    const arrivals = records.flatMap((record): Arrival[] => {
        try {
            return [arrivalOf(record, settings.recordsBucket)];
        } catch (error) {
            failures.set(record.messageId, error);
            return [];
        }
    });
    const objects = objectsOf(arrivals);
    const { failed, done, refused } = await byHalves(objects, (some) => loadOnce(some, ports, settings), ports.clock);
    for (const { messageId, keys } of arrivals) {
        const first = keys.find((key) => failed.has(key));
        if (first !== undefined) failures.set(messageId, failed.get(first));
    }
    return { objectsLoaded: objects.length - failed.size, loads: done, loadsFailed: refused, failures };
}

/** Each object once, however many messages tell of it; by hash, so that faulty ones of one day do not lie together. */
function objectsOf(arrivals: readonly Arrival[]): RecordObject[] {
    const told = groupedBy(
        arrivals.flatMap(({ keys, delivery }) => keys.map((key) => ({ key, delivery }))),
        ({ key }) => key,
    );
    const hash = ({ key }: RecordObject) => key.slice(key.lastIndexOf("/"));
    return [...told]
        .map(([key, all]) => ({ key, deliveries: all.map(({ delivery }) => delivery) }))
        .sort((one, other) => (hash(one) < hash(other) ? -1 : 1));
}

async function loadOnce(objects: readonly RecordObject[], ports: Ports, settings: Settings): Promise<void> {
    const { recordsBucket, manifestsBucket, copyRoleArn, statements } = settings;
    const id = loadId(objects);
    const key = manifestKey(id);
    await ports.manifests.write(key, copyManifest(recordsBucket, objects), "application/json");
    const parameters = {
        manifest: `s3://${manifestsBucket}/${key}`,
        role: copyRoleArn,
        load: id,
        objects: JSON.stringify(objects.map((object) => object.key)),
        count: String(objects.length),
        started: ports.now().toISOString().slice(0, 19).replace("T", " "),
    };
    const what = `load ${id.slice(0, 12)} of ${objects.length} objects`;
    await ports.warehouse.run(
        what,
        statements.map((statement) => filledIn(statement, parameters)),
        id,
    );
}
