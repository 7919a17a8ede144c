import {
    ConditionalCheckFailedException,
    type DynamoDBClient,
    PutItemCommand,
    QueryCommand,
} from "@aws-sdk/client-dynamodb";
import type { SupplementaryRun } from "../../contract/files/supplementary.ts";
import { fromItem, type Item, toItem } from "../adapters/attribute-values.ts";
import type { ArrivedBatch, End, RunLedger } from "./ports.ts";

const END = "end";
const BATCH = "batch/";
const KEPT_SECONDS = 30 * 24 * 3600;

/** Runs in DynamoDB: a row for each batch and one for the end, all under the run. */
export class DynamoRunLedger implements RunLedger {
    readonly #client: Pick<DynamoDBClient, "send">;
    readonly #table: string;

    constructor(client: Pick<DynamoDBClient, "send">, table: string) {
        this.#client = client;
        this.#table = table;
    }

    async ended(run: SupplementaryRun): Promise<End | undefined> {
        const [row] = await this.#rows(run, END);
        return row && { outcome: row.outcome === "complete" ? "complete" : "failed", rows: Number(row.rows) };
    }

    async batches(run: SupplementaryRun): Promise<ArrivedBatch[]> {
        const rows = await this.#rows(run, BATCH);
        return rows.map(({ part, rows: count }) => ({ sha256: String(part).slice(BATCH.length), rows: Number(count) }));
    }

    async noteBatch(run: SupplementaryRun, { sha256, rows }: ArrivedBatch, now: Date): Promise<void> {
        await this.#client.send(new PutItemCommand(this.#put(run, `${BATCH}${sha256}`, { rows }, now)));
    }

    async noteEnd(run: SupplementaryRun, end: End, now: Date): Promise<End> {
        try {
            const put = this.#put(run, END, end, now);
            await this.#client.send(new PutItemCommand({ ...put, ConditionExpression: "attribute_not_exists(part)" }));
            return end;
        } catch (error) {
            if (!(error instanceof ConditionalCheckFailedException)) throw error;
            return (await this.ended(run)) ?? end;
        }
    }

    #put(run: SupplementaryRun, part: string, fields: object, now: Date) {
        const expiresAt = Math.floor(now.getTime() / 1000) + KEPT_SECONDS;
        return { TableName: this.#table, Item: toItem({ run: keyOf(run), part, ...fields, expiresAt }) };
    }

    async #rows(run: SupplementaryRun, part: string) {
        const rows: ReturnType<typeof fromItem>[] = [];
        let ExclusiveStartKey: Item | undefined;
        do {
            const page = await this.#client.send(
                new QueryCommand({
                    TableName: this.#table,
                    ConsistentRead: true,
                    KeyConditionExpression: "#run = :run AND begins_with(part, :part)",
                    ExpressionAttributeNames: { "#run": "run" },
                    ExpressionAttributeValues: { ":run": { S: keyOf(run) }, ":part": { S: part } },
                    ...(ExclusiveStartKey === undefined ? {} : { ExclusiveStartKey }),
                }),
            );
            rows.push(...(page.Items ?? []).map(fromItem));
            ExclusiveStartKey = page.LastEvaluatedKey;
        } while (ExclusiveStartKey !== undefined);
        return rows;
    }
}

function keyOf({ set, run }: SupplementaryRun): string {
    return `${set}/${run}`;
}
