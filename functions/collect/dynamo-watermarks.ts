import { type DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { fromItem, toItem } from "../adapters/attribute-values.ts";
import { guardedWrite } from "../adapters/guarded-write.ts";
import type { Watermarks } from "./ports.ts";
import { BEGINNING, type Watermark } from "./watermark.ts";

const Row = z.object({
    until: z.string(),
    seen: z.optional(z.array(z.object({ mark: z.string(), modifiedAt: z.string() }))),
});

/** One row a source. */
export class DynamoWatermarks implements Watermarks {
    readonly #client: Pick<DynamoDBClient, "send">;
    readonly #table: string;

    constructor(client: Pick<DynamoDBClient, "send">, table: string) {
        this.#client = client;
        this.#table = table;
    }

    async read(source: string): Promise<Watermark> {
        const { Item } = await this.#client.send(
            new GetItemCommand({ TableName: this.#table, Key: { source: { S: source } }, ConsistentRead: true }),
        );
        return Item === undefined ? BEGINNING : Row.parse(fromItem(Item));
    }

    /** Of two runs at once the later one writes; what either collected has a row of its own. */
    async write(source: string, { until }: Watermark): Promise<void> {
        const Item = toItem({ source, until });
        const refused = guardedWrite(Item);
        if (refused !== undefined) throw refused;
        await this.#client.send(new PutItemCommand({ TableName: this.#table, Item }));
    }
}
