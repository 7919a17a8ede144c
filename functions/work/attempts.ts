import { randomUUID } from "node:crypto";
import {
    ConditionalCheckFailedException,
    type DynamoDBClient,
    GetItemCommand,
    PutItemCommand,
    QueryCommand,
} from "@aws-sdk/client-dynamodb";
import { fromItem, type Item, toItem } from "../adapters/attribute-values.ts";
import type { Attempt } from "./attempt.ts";
import type { Attempts } from "./ports.ts";

/** The table of attempts: one partition for each worker group. */
export class DynamoAttempts implements Attempts {
    readonly #client: Pick<DynamoDBClient, "send">;
    readonly #table: string;
    readonly #workerGroup: string;

    constructor(client: Pick<DynamoDBClient, "send">, table: string, workerGroup: string) {
        this.#client = client;
        this.#table = table;
        this.#workerGroup = workerGroup;
    }

    async open(): Promise<Attempt[]> {
        const rows: Attempt[] = [];
        let ExclusiveStartKey: Item | undefined;
        do {
            const page = await this.#client.send(
                new QueryCommand({
                    TableName: this.#table,
                    ConsistentRead: true,
                    KeyConditionExpression: "workerGroup = :group",
                    FilterExpression: "#state <> :ended",
                    ExpressionAttributeNames: { "#state": "state" },
                    ExpressionAttributeValues: { ":group": { S: this.#workerGroup }, ":ended": { S: "ended" } },
                    ...(ExclusiveStartKey === undefined ? {} : { ExclusiveStartKey }),
                }),
            );
            rows.push(...(page.Items ?? []).map(attemptOf));
            ExclusiveStartKey = page.LastEvaluatedKey;
        } while (ExclusiveStartKey !== undefined);
        return rows;
    }

    async find(attempt: string): Promise<Attempt | undefined> {
        const Key = { workerGroup: { S: this.#workerGroup }, attempt: { S: attempt } };
        const { Item } = await this.#client.send(
            new GetItemCommand({ TableName: this.#table, Key, ConsistentRead: true }),
        );
        return Item && attemptOf(Item);
    }

    async insert(row: Attempt): Promise<Attempt | undefined> {
        const existing = await this.#put(row, { ConditionExpression: "attribute_not_exists(attempt)" });
        return existing && attemptOf(existing);
    }

    async replace(row: Attempt): Promise<boolean> {
        const existing = await this.#put(row, {
            ConditionExpression: "version = :before",
            ExpressionAttributeValues: { ":before": { N: String(row.version - 1) } },
        });
        return existing === undefined;
    }

    /** `undefined` when it was written, else the row that stands against it. */
    async #put(row: Attempt, condition: object): Promise<Item | undefined> {
        // The SDK repeats a write whose answer got lost; then our own row stands against it.
        const write = randomUUID();
        try {
            await this.#client.send(
                new PutItemCommand({
                    TableName: this.#table,
                    Item: toItem({ ...row, workerGroup: this.#workerGroup, write }),
                    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
                    ...condition,
                }),
            );
            return undefined;
        } catch (error) {
            if (!(error instanceof ConditionalCheckFailedException)) throw error;
            return error.Item?.write?.S === write ? undefined : (error.Item ?? {});
        }
    }
}

function attemptOf(item: Item): Attempt {
    const { workerGroup, write, ...row } = fromItem(item);
    return { command: undefined, ...row } as unknown as Attempt;
}
