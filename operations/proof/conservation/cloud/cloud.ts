import { EXPLAINER_KEY } from "../../../../contract/model/serving.ts";
import { RECORDS_PREFIX } from "../platform/names.ts";
import type { Chance } from "../stage/chance.ts";
import type { Timeline } from "../stage/timeline.ts";
import { DataApi } from "./data-api.ts";
import { endpointAnswer, type Trees } from "./endpoint.ts";
import { Objects } from "./objects.ts";
import { Queues, type QueueTerms } from "./queues.ts";
import type { KeyNames } from "./rows.ts";
import { Tables } from "./tables.ts";
import { Topics } from "./topics.ts";
import type { Warehouse } from "./warehouse.ts";

export const SERVICES = ["dynamo", "kms", "redshift", "s3", "sageMaker", "sns", "sqs"] as const;
export type Service = (typeof SERVICES)[number];

const TABLES: Readonly<Record<string, KeyNames>> = {
    ledger: ["id"],
    activity: ["accountId", "at"],
    runs: ["run", "part"],
};

export interface CloudParts {
    queues: Readonly<Record<string, QueueTerms>>;
    trees: Trees;
    warehouse: Warehouse;
    timeline: Timeline;
    chance: Chance;
}

/** All services that the functions call, in memory, each as exact as what they rely on. */
export class Cloud {
    readonly queues: Queues;
    readonly objects: Objects;
    readonly tables: Tables;
    readonly topics = new Topics();
    readonly warehouse: Warehouse;
    readonly trees: Trees;
    readonly #dataApi: DataApi;
    readonly #chance: Chance;
    /** How likely S3 tells of an object twice. */
    announcedTwice = 0;

    constructor({ queues, trees, warehouse, timeline, chance }: CloudParts) {
        this.queues = new Queues(queues, timeline, chance);
        this.tables = new Tables(TABLES, chance);
        this.objects = new Objects((bucket, key, { eTag, versionId, body }) => {
            const queue = { landing: "landing", records: key.startsWith(RECORDS_PREFIX) ? "records" : undefined }[
                bucket
            ];
            if (queue === undefined) return;
            const object = { key: encodeURIComponent(key), size: body.length, eTag, versionId };
            const eventTime = new Date(timeline.now).toISOString();
            const record = { eventName: "ObjectCreated:Put", eventTime, s3: { bucket: { name: bucket }, object } };
            const times = this.#chance.happens(this.announcedTwice) ? 2 : 1;
            for (let time = 0; time < times; time++) this.queues.send(queue, JSON.stringify({ Records: [record] }));
        }, chance);
        this.warehouse = warehouse;
        this.trees = trees;
        this.#chance = chance;
        this.#dataApi = new DataApi(warehouse, chance);
        warehouse.read = (bucket, key) => this.objects.of(bucket).get(key)?.body;
        this.objects.put("model", EXPLAINER_KEY, Buffer.from(JSON.stringify(trees)));
    }

    /** What a service answers. `short`: it does a part of a batch only, or what it does fails half-way. */
    async answer(service: Service, operation: string, input: object, short: boolean): Promise<object> {
        if (service === "dynamo") return this.tables.answer(operation, input, short);
        if (service === "sqs") return this.queues.answer(operation, input, short);
        if (service === "s3") return this.objects.answer(operation, input);
        if (service === "sns") return this.topics.answer(operation, input);
        if (service === "sageMaker")
            return short
                ? { Body: { transformToString: async () => "no number" } }
                : endpointAnswer(this.trees, operation, input);
        if (service === "kms") return { Mac: Buffer.from("the key of the tokens of nobody") };
        return this.#dataApi.answer(operation, input, short ? this.#troubleOfWarehouse() : undefined);
    }

    #troubleOfWarehouse(): string {
        return this.#chance.happens(0.5)
            ? "ERROR: 1023 DETAIL: Serializable isolation violation on table"
            : "ERROR: Disk full while the transaction was carried out";
    }
}
