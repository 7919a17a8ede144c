import {
    type CancellationReason,
    ConditionalCheckFailedException,
    type DynamoDBClient,
    type Put,
    PutItemCommand,
    TransactionCanceledException,
    TransactionConflictException,
    TransactWriteItemsCommand,
    type Update,
    UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import type { Item } from "./attribute-values.ts";
import { chunks } from "./grouping.ts";
import { guardedWrite } from "./guarded-write.ts";
import { inParallel } from "./in-parallel.ts";
import { type Pause, pauseFor } from "./pause.ts";

type Once<Write> = Omit<Write, "TableName" | "ReturnValuesOnConditionCheckFailure">;

/** One write with its condition. Writes of one call must be of different items. */
export type ConditionalWrite = { Put: Once<Put> } | { Update: Once<Update> };

/** Whether the condition held; if not, the item that stood against it, if there is one. */
export type WriteOutcome = { written: true } | { written: false; existing?: Item };

/** What DynamoDB takes in one transaction. */
const TRANSACTION_ITEMS = 100;
const PARALLEL_TRANSACTIONS = 4;
const PARALLEL_WRITES = 16;
/** A transaction is tried again without the items whose conditions failed; then the rest goes one by one. */
const TRANSACTION_ATTEMPTS = 2;
const WRITE_ATTEMPTS = 6;
const PAUSE_MS = 20;

type Outcome = PromiseSettledResult<WriteOutcome>;

/**
 * Writes many items, each under its own condition and independent of the others. They travel as transactions, not for
 * their all-or-nothing but because one request for a hundred items is ten times faster than a hundred requests; it costs
 * two write units an item instead of one. Where a condition fails, the others are tried again.
 */
export async function writeConditionally(
    client: Pick<DynamoDBClient, "send">,
    table: string,
    writes: readonly ConditionalWrite[],
    pause: Pause = pauseFor,
): Promise<Outcome[]> {
    const groups = await inParallel(chunks(writes, TRANSACTION_ITEMS), PARALLEL_TRANSACTIONS, (chunk) =>
        writeChunk(client, table, chunk, pause),
    );
    return groups.flatMap((group) => {
        if (group.status === "rejected") throw group.reason;
        return group.value;
    });
}

async function writeChunk(
    client: Pick<DynamoDBClient, "send">,
    table: string,
    writes: readonly ConditionalWrite[],
    pause: Pause,
): Promise<Outcome[]> {
    const outcomes = new Array<Outcome>(writes.length);
    // One with a card number in clear is refused by itself.
    for (const [index, write] of writes.entries()) {
        const refused = guardedWrite(valuesOf(write));
        if (refused !== undefined) outcomes[index] = { status: "rejected", reason: refused };
    }
    let waiting = [...writes.entries()].filter(([index]) => outcomes[index] === undefined);
    for (let attempt = 1; waiting.length > 1 && attempt <= TRANSACTION_ATTEMPTS; attempt++) {
        const results = await transact(
            client,
            table,
            waiting.map(([, write]) => write),
        );
        for (const [position, [index]] of waiting.entries()) {
            const result = results[position];
            if (result !== undefined) outcomes[index] = result;
        }
        waiting = waiting.filter(([index]) => outcomes[index] === undefined);
    }
    const rest = await inParallel(waiting, PARALLEL_WRITES, ([, write]) => writeOne(client, table, write, pause));
    for (const [position, [index]] of waiting.entries()) {
        const result = rest[position];
        if (result !== undefined) outcomes[index] = result;
    }
    return outcomes;
}

function valuesOf(write: ConditionalWrite): Item {
    return "Put" in write ? (write.Put.Item ?? {}) : { ...write.Update.Key, ...write.Update.ExpressionAttributeValues };
}

/** The outcome of each write; `undefined` where the transaction was called off for another one's sake. */
async function transact(
    client: Pick<DynamoDBClient, "send">,
    table: string,
    writes: readonly ConditionalWrite[],
): Promise<(Outcome | undefined)[]> {
    const TransactItems = writes.map((write) =>
        "Put" in write ? { Put: withTable(write.Put, table) } : { Update: withTable(write.Update, table) },
    );
    try {
        await client.send(new TransactWriteItemsCommand({ TransactItems }));
        return writes.map(() => fulfilled({ written: true }));
    } catch (error) {
        if (error instanceof TransactionCanceledException) {
            const reasons = error.CancellationReasons ?? [];
            return writes.map((_, position) => refusal(reasons[position]));
        }
        return writes.map(() => ({ status: "rejected", reason: error }));
    }
}

function refusal(reason: CancellationReason | undefined): Outcome | undefined {
    return reason?.Code === "ConditionalCheckFailed" ? fulfilled(notWritten(reason.Item)) : undefined;
}

async function writeOne(
    client: Pick<DynamoDBClient, "send">,
    table: string,
    write: ConditionalWrite,
    pause: Pause,
): Promise<WriteOutcome> {
    for (let attempt = 1; ; attempt++) {
        try {
            if ("Put" in write) await client.send(new PutItemCommand(withTable(write.Put, table)));
            else await client.send(new UpdateItemCommand(withTable(write.Update, table)));
            return { written: true };
        } catch (error) {
            if (error instanceof ConditionalCheckFailedException) return notWritten(error.Item);
            // Another transaction holds the item; the SDK does not retry that.
            if (!(error instanceof TransactionConflictException) || attempt === WRITE_ATTEMPTS) throw error;
            await pause(PAUSE_MS * 2 ** attempt * Math.random());
        }
    }
}

function withTable<Write extends object>(write: Write, TableName: string) {
    return { ...write, TableName, ReturnValuesOnConditionCheckFailure: "ALL_OLD" as const };
}

function notWritten(existing: Item | undefined): WriteOutcome {
    return existing === undefined ? { written: false } : { written: false, existing };
}

function fulfilled(value: WriteOutcome): Outcome {
    return { status: "fulfilled", value };
}
