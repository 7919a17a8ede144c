import { BatchWriteItemCommand, type DynamoDBClient, type WriteRequest } from "@aws-sdk/client-dynamodb";
import type { Transaction } from "../../contract/transaction/transaction.ts";
import { type Item, toItem } from "./attribute-values.ts";
import { untilProcessed } from "./dynamo.ts";
import { chunks } from "./grouping.ts";
import { guardedWrite } from "./guarded-write.ts";
import { inParallel } from "./in-parallel.ts";
import { type Pause, pauseFor } from "./pause.ts";
import { queryActivity } from "./query-activity.ts";

/** What each account did lately. */
export interface ActivityStore {
    /** Adds transactions, each once however often it is added; the outcomes are in their order. */
    add(transactions: readonly Transaction[]): Promise<PromiseSettledResult<void>[]>;
    /** The account's transactions from one time to another, both included, sorted by time and id; read consistently. */
    read(accountId: string, from: string, to: string): Promise<Transaction[]>;
}

/** What DynamoDB takes in one batch. */
const BATCH_ITEMS = 25;
const PARALLEL_BATCHES = 8;
const DAY_SECONDS = 24 * 3600;
/** Longer than the widest window, and long enough for a file that comes a week late. */
const KEPT_DAYS = 8;

export class DynamoActivityStore implements ActivityStore {
    readonly #client: Pick<DynamoDBClient, "send">;
    readonly #table: string;
    readonly #now: () => number;
    readonly #pause: Pause;

    constructor(
        client: Pick<DynamoDBClient, "send">,
        table: string,
        now: () => number = Date.now,
        pause: Pause = pauseFor,
    ) {
        this.#client = client;
        this.#table = table;
        this.#now = now;
        this.#pause = pause;
    }

    async add(transactions: readonly Transaction[]): Promise<PromiseSettledResult<void>[]> {
        const expiresAt = Math.floor(this.#now() / 1000) + KEPT_DAYS * DAY_SECONDS;
        const outcomes = new Array<PromiseSettledResult<void>>(transactions.length);
        const items = transactions.flatMap((transaction, index) => {
            const Item = toActivity(transaction, expiresAt);
            const refused = guardedWrite(Item);
            if (refused === undefined) return [{ index, Item }];
            outcomes[index] = { status: "rejected", reason: refused };
            return [];
        });
        const batches = chunks(items, BATCH_ITEMS);
        const written = await inParallel(batches, PARALLEL_BATCHES, (batch) =>
            untilProcessed<WriteRequest[]>(
                batch.map(({ Item }) => ({ PutRequest: { Item } })),
                async (requests) => {
                    const response = await this.#client.send(
                        new BatchWriteItemCommand({ RequestItems: { [this.#table]: requests } }),
                    );
                    const rest = response.UnprocessedItems?.[this.#table] ?? [];
                    return rest.length > 0 ? rest : undefined;
                },
                this.#pause,
            ),
        );
        for (const [number, batch] of batches.entries()) {
            const outcome = written[number];
            if (outcome !== undefined) for (const { index } of batch) outcomes[index] = outcome;
        }
        return outcomes;
    }

    async read(accountId: string, from: string, to: string): Promise<Transaction[]> {
        const rows = await queryActivity(this.#client, this.#table, accountId, from, to);
        // Only `add` writes here, and it was given checked transactions.
        return rows.map(({ at, expiresAt, ...fields }) => fields as unknown as Transaction);
    }
}

function toActivity(transaction: Transaction, expiresAt: number): Item {
    return toItem({ ...transaction, at: `${transaction.occurredAt}#${transaction.id}`, expiresAt });
}
