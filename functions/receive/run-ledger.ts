import {
    ConditionalCheckFailedException,
    type DynamoDBClient,
    QueryCommand,
    TransactionCanceledException,
    TransactWriteItemsCommand,
    UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import type { SupplementaryRun } from "../../contract/files/supplementary.ts";
import { fromItem, type Item, toAttribute, toItem } from "../adapters/attribute-values.ts";
import type { ArrivedBatch, End, RunLedger, Standing } from "./ports.ts";

/** The item that counts the rows of a run and holds its end, so that one condition decides over both. */
const STANDING = "standing";
const BATCH = "batch/";
const KEPT_SECONDS = 30 * 24 * 3600;

/** Runs in DynamoDB: a row for each batch and one for how the run stands. */
export class DynamoRunLedger implements RunLedger {
    readonly #client: Pick<DynamoDBClient, "send">;
    readonly #table: string;

    constructor(client: Pick<DynamoDBClient, "send">, table: string) {
        this.#client = client;
        this.#table = table;
    }

    async noteBatch(run: SupplementaryRun, { sha256, rows }: ArrivedBatch, now: Date): Promise<End | undefined> {
        const Item = toItem({ run: keyOf(run), part: `${BATCH}${sha256}`, rows, expiresAt: expiry(now) });
        const Put = { TableName: this.#table, Item, ConditionExpression: "attribute_not_exists(part)" };
        const Update = this.#standing(run, {
            UpdateExpression: "ADD #rows :rows SET expiresAt = :expiresAt",
            ConditionExpression: "attribute_not_exists(outcome)",
            ExpressionAttributeNames: { "#rows": "rows" },
            ExpressionAttributeValues: toItem({ ":rows": rows, ":expiresAt": expiry(now) }),
        });
        try {
            await this.#client.send(new TransactWriteItemsCommand({ TransactItems: [{ Put }, { Update }] }));
            return undefined;
        } catch (error) {
            if (!(error instanceof TransactionCanceledException)) throw error;
            const [batch, standing] = error.CancellationReasons ?? [];
            if (standing?.Code === FAILED) return standingOf(standing.Item).end;
            // It counts already, so it was sent again.
            if (batch?.Code === FAILED) return undefined;
            throw error;
        }
    }

    async ended(run: SupplementaryRun): Promise<boolean> {
        const [standing] = await this.#rows(run, STANDING);
        return standing?.outcome !== undefined;
    }

    async batches(run: SupplementaryRun): Promise<ArrivedBatch[]> {
        const rows = await this.#rows(run, BATCH);
        return rows.map(({ part, rows: count }) => ({ sha256: String(part).slice(BATCH.length), rows: Number(count) }));
    }

    async noteEnd(run: SupplementaryRun, end: { complete: number } | "failed", now: Date): Promise<Standing> {
        const open = "attribute_not_exists(outcome)";
        const [outcome, rows] = end === "failed" ? ["failed", undefined] : ["complete", end.complete];
        const update = this.#standing(run, {
            UpdateExpression: "SET outcome = :outcome, endedAt = :at, expiresAt = :expiresAt",
            ConditionExpression: rows === undefined ? open : `${open} AND #rows = :rows`,
            ...(rows !== undefined && { ExpressionAttributeNames: { "#rows": "rows" } }),
            ExpressionAttributeValues: toItem({
                ...{ ":outcome": outcome, ":at": now.toISOString(), ":expiresAt": expiry(now), ":rows": rows },
            }),
        });
        try {
            const { Attributes } = await this.#client.send(
                new UpdateItemCommand({ ...update, ReturnValues: "ALL_NEW" }),
            );
            return standingOf(Attributes);
        } catch (error) {
            if (!(error instanceof ConditionalCheckFailedException)) throw error;
            return standingOf(error.Item);
        }
    }

    async noteTold(run: SupplementaryRun): Promise<void> {
        const update = this.#standing(run, {
            UpdateExpression: "SET told = :told",
            ConditionExpression: "attribute_exists(outcome)",
            ExpressionAttributeValues: { ":told": toAttribute(true) },
        });
        await this.#client.send(new UpdateItemCommand(update));
    }

    #standing<Change extends object>(run: SupplementaryRun, change: Change) {
        return {
            TableName: this.#table,
            Key: toItem({ run: keyOf(run), part: STANDING }),
            ReturnValuesOnConditionCheckFailure: "ALL_OLD" as const,
            ...change,
        };
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

/** What DynamoDB says of the item whose condition did not hold. */
const FAILED = "ConditionalCheckFailed";

function keyOf({ set, run }: SupplementaryRun): string {
    return `${set}/${run}`;
}

function expiry(now: Date): number {
    return Math.floor(now.getTime() / 1000) + KEPT_SECONDS;
}

/** An item that is not there is a run of which nothing has arrived. */
function standingOf(item: Item | undefined): Standing {
    const { rows = 0, outcome, endedAt, told = false } = item === undefined ? {} : fromItem(item);
    const counted = { rows: Number(rows) };
    if (outcome === undefined) return counted;
    const which = outcome === "complete" ? "complete" : "failed";
    return { ...counted, end: { outcome: which, at: String(endedAt), told: told === true } };
}
