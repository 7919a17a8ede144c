import { type DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { fromItem, toItem } from "../adapters/attribute-values.ts";
import type { Watermarks } from "./ports.ts";
import { BEGINNING, type Watermark } from "./watermark.ts";

const Row = z.object({
    until: z.string(),
    seen: z.array(z.object({ mark: z.string(), modifiedAt: z.string() })),
    version: z.number(),
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

    async write(source: string, watermark: Watermark): Promise<void> {
        await this.#client.send(
            new PutItemCommand({
                TableName: this.#table,
                Item: toItem({ source, ...watermark }),
                ConditionExpression: "attribute_not_exists(#source) OR #version = :before",
                ExpressionAttributeNames: { "#source": "source", "#version": "version" },
                ExpressionAttributeValues: { ":before": { N: String(watermark.version - 1) } },
            }),
        );
    }
}
