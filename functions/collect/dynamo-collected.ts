import { createHash } from "node:crypto";
import {
    BatchGetItemCommand,
    BatchWriteItemCommand,
    type DynamoDBClient,
    type KeysAndAttributes,
} from "@aws-sdk/client-dynamodb";
import { fromItem, toItem } from "../adapters/attribute-values.ts";
import { untilProcessed } from "../adapters/dynamo.ts";
import { chunks } from "../adapters/grouping.ts";
import { inParallel } from "../adapters/in-parallel.ts";
import type { Collected } from "./ports.ts";

/** What DynamoDB takes in one call. */
const [KEYS_A_GET, ROWS_A_WRITE] = [100, 25];
const PARALLEL = 8;
/** A row is kept for so long after its file was last seen; while the file is there, it is renewed at half of it. */
const KEPT_SECONDS = 90 * 24 * 3600;

/** A row for each collected file, beside the row of its source, under `<source>/<hash of the file's mark>`. */
export class DynamoCollected implements Collected {
    readonly #client: Pick<DynamoDBClient, "send">;
    readonly #table: string;
    readonly #now: () => Date;

    constructor(client: Pick<DynamoDBClient, "send">, table: string, now: () => Date = () => new Date()) {
        this.#client = client;
        this.#table = table;
        this.#now = now;
    }

    async known(source: string, marks: readonly string[]): Promise<Map<string, { renew: boolean }>> {
        const byKey = new Map(marks.map((mark) => [keyOf(source, mark), mark]));
        const renewBefore = this.#seconds() + KEPT_SECONDS / 2;
        const known = new Map<string, { renew: boolean }>();
        const outcomes = await inParallel(chunks([...byKey.keys()], KEYS_A_GET), PARALLEL, (keys) =>
            untilProcessed<Record<string, KeysAndAttributes>>(
                { [this.#table]: { Keys: keys.map((key) => toItem({ source: key })), ConsistentRead: true } },
                async (RequestItems) => {
                    const answer = await this.#client.send(new BatchGetItemCommand({ RequestItems }));
                    for (const row of answer.Responses?.[this.#table] ?? []) {
                        const { source: key, expiresAt } = fromItem(row);
                        const mark = byKey.get(String(key));
                        if (mark !== undefined) known.set(mark, { renew: Number(expiresAt) < renewBefore });
                    }
                    const rest = answer.UnprocessedKeys?.[this.#table];
                    return rest === undefined ? undefined : { [this.#table]: rest };
                },
            ),
        );
        rejectFirst(outcomes);
        return known;
    }

    async note(source: string, marks: readonly string[]): Promise<void> {
        const expiresAt = this.#seconds() + KEPT_SECONDS;
        const rows = [...new Set(marks)].map((mark) => ({
            PutRequest: { Item: toItem({ source: keyOf(source, mark), expiresAt }) },
        }));
        const outcomes = await inParallel(chunks(rows, ROWS_A_WRITE), PARALLEL, (some) =>
            untilProcessed({ [this.#table]: some }, async (RequestItems) => {
                const { UnprocessedItems } = await this.#client.send(new BatchWriteItemCommand({ RequestItems }));
                const rest = UnprocessedItems?.[this.#table];
                return rest === undefined || rest.length === 0 ? undefined : { [this.#table]: rest as typeof some };
            }),
        );
        rejectFirst(outcomes);
    }

    #seconds(): number {
        return Math.floor(this.#now().getTime() / 1000);
    }
}

/** Marks are as long as keys of S3; a hash fits any table. No name of a source holds a slash. */
function keyOf(source: string, mark: string): string {
    return `${source}/${createHash("sha256").update(mark).digest("base64url").slice(0, 27)}`;
}

function rejectFirst(outcomes: readonly PromiseSettledResult<unknown>[]): void {
    const failed = outcomes.find((outcome) => outcome.status === "rejected");
    if (failed !== undefined) throw failed.reason;
}
