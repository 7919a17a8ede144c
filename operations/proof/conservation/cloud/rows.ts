import { type AttributeValue, DynamoDBServiceException } from "@aws-sdk/client-dynamodb";
import { CLOUD_BYTES } from "../../../../contract/limits.ts";
import { type Item, plain } from "./expressions.ts";

/** The attributes of a key: of the partition and, where there is one, of the place in it. */
export type KeyNames = readonly [string] | readonly [string, string];

const $metadata = { httpStatusCode: 400 };

/** The items of all tables, by partition and by the place in it. */
export class Rows {
    readonly #tables = new Map<string, Map<string, Map<string, Item>>>();
    readonly #keys: Readonly<Record<string, KeyNames>>;

    constructor(keys: Readonly<Record<string, KeyNames>>) {
        this.#keys = keys;
        for (const table of Object.keys(keys)) this.#tables.set(table, new Map());
    }

    *items(table: string): Generator<Item> {
        for (const partition of this.#tables.get(table)?.values() ?? []) yield* partition.values();
    }

    /** Those of a partition, by their place. */
    partition(table: string, partition: string): ReadonlyMap<string, Item> {
        return this.#tables.get(table)?.get(partition) ?? new Map();
    }

    /** The attribute that says an item's place in its partition. */
    placeName(table: string): string {
        return this.#keys[table]?.[1] ?? "";
    }

    keep(table: string, item: Item): void {
        const partitions = this.#tables.get(table);
        if (partitions === undefined) throw new Error(`this DynamoDB has no table ${table}`);
        // Looked at only where it may have grown: text of JSON is longer than what DynamoDB counts.
        const sets = Object.values(item).some(({ SS = [] }) => SS.length > 50);
        if (sets && JSON.stringify(item).length > CLOUD_BYTES.tableItem) {
            const message = "Item size has exceeded the maximum allowed size";
            throw new DynamoDBServiceException({ name: "ValidationException", $fault: "client", $metadata, message });
        }
        const [partition, place] = this.#places(table, item);
        const rows = partitions.get(partition) ?? new Map<string, Item>();
        partitions.set(partition, rows);
        rows.set(place, item);
    }

    find(table: string, key: Readonly<Record<string, AttributeValue>>): Item | undefined {
        const [partition, place] = this.#places(table, key);
        return this.#tables.get(table)?.get(partition)?.get(place);
    }

    #places(table: string, item: Item): [string, string] {
        const [first = "", second = ""] = this.#keys[table] ?? [];
        return [String(plain(item[first])), String(plain(item[second]) ?? "")];
    }

    keyOf(table: string, item: Item): Item {
        const names = new Set<string>(this.#keys[table] ?? []);
        return Object.fromEntries(Object.entries(item).filter(([name]) => names.has(name)));
    }
}
