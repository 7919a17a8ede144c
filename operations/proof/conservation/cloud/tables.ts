import {
    type BatchGetItemCommandInput,
    type BatchWriteItemCommandInput,
    type CancellationReason,
    ConditionalCheckFailedException,
    type PutItemCommandInput,
    type QueryCommandInput,
    TransactionCanceledException,
    type TransactWriteItemsCommandInput,
    type UpdateItemCommandInput,
} from "@aws-sdk/client-dynamodb";
import type { Chance } from "../stage/chance.ts";
import { holds, type Item, plain, updated } from "./expressions.ts";
import { type KeyNames, Rows } from "./rows.ts";

type Put = Pick<
    PutItemCommandInput,
    "TableName" | "Item" | "ConditionExpression" | "ExpressionAttributeNames" | "ExpressionAttributeValues"
>;
type Update = Pick<
    UpdateItemCommandInput,
    | "TableName"
    | "Key"
    | "UpdateExpression"
    | "ConditionExpression"
    | "ExpressionAttributeNames"
    | "ExpressionAttributeValues"
>;

const $metadata = { httpStatusCode: 400 };

/** DynamoDB in memory. `short`: how it is when it has too little capacity and leaves parts of a batch undone. */
export class Tables {
    readonly #rows: Rows;
    readonly #chance: Chance;

    constructor(keys: Readonly<Record<string, KeyNames>>, chance: Chance) {
        this.#rows = new Rows(keys);
        this.#chance = chance;
    }

    items(table: string): Iterable<Item> {
        return this.#rows.items(table);
    }

    answer(operation: string, input: object, short: boolean): object {
        if (operation === "PutItem") return this.#one({ Put: input as Put });
        if (operation === "UpdateItem") return this.#one({ Update: input as Update });
        if (operation === "TransactWriteItems") return this.#transact(input as TransactWriteItemsCommandInput, short);
        if (operation === "BatchWriteItem") return this.#writeBatch(input as BatchWriteItemCommandInput, short);
        if (operation === "BatchGetItem") return this.#readBatch(input as BatchGetItemCommandInput, short);
        if (operation === "Query") return this.#query(input as QueryCommandInput, short);
        throw new Error(`this DynamoDB does not know ${operation}`);
    }

    #one(write: { Put?: Put; Update?: Update }): object {
        const { isAllowed, before } = this.#checked(write);
        if (!isAllowed) {
            const Item = before && { ...before };
            throw new ConditionalCheckFailedException({
                $metadata,
                message: "The conditional request failed",
                ...(Item && { Item }),
            });
        }
        this.#carryOut(write);
        return {};
    }

    #transact({ TransactItems = [] }: TransactWriteItemsCommandInput, short: boolean): object {
        const writes = TransactItems.map(({ Put, Update }) => ({ ...(Put && { Put }), ...(Update && { Update }) }));
        const checked = writes.map((write) => this.#checked(write));
        if (short) {
            const CancellationReasons = checked.map((_, index) => ({
                Code: index === 0 ? "TransactionConflict" : "None",
            }));
            throw cancelled(CancellationReasons);
        }
        if (checked.some(({ isAllowed }) => !isAllowed)) {
            const CancellationReasons = checked.map(({ isAllowed, before }) =>
                isAllowed
                    ? { Code: "None" }
                    : { Code: "ConditionalCheckFailed", ...(before && { Item: { ...before } }) },
            );
            throw cancelled(CancellationReasons);
        }
        for (const write of writes) this.#carryOut(write);
        return {};
    }

    #writeBatch({ RequestItems = {} }: BatchWriteItemCommandInput, short: boolean): object {
        const UnprocessedItems: BatchWriteItemCommandInput["RequestItems"] = {};
        for (const [TableName, requests] of Object.entries(RequestItems)) {
            const undone = requests.filter(() => short && this.#chance.happens(0.5));
            for (const { PutRequest } of requests.filter((request) => !undone.includes(request))) {
                if (PutRequest?.Item) this.#carryOut({ Put: { TableName, Item: PutRequest.Item } });
            }
            if (undone.length > 0) UnprocessedItems[TableName] = undone;
        }
        return { UnprocessedItems };
    }

    #readBatch({ RequestItems = {} }: BatchGetItemCommandInput, short: boolean): object {
        const Responses: Record<string, Item[]> = {};
        const UnprocessedKeys: BatchGetItemCommandInput["RequestItems"] = {};
        for (const [table, request] of Object.entries(RequestItems)) {
            const { Keys = [] } = request;
            const undone = Keys.filter(() => short && this.#chance.happens(0.5));
            const read = Keys.filter((key) => !undone.includes(key));
            Responses[table] = read.map((key) => this.#rows.find(table, key)).filter((item) => item !== undefined);
            if (undone.length > 0) UnprocessedKeys[table] = { ...request, Keys: undone };
        }
        return { Responses, UnprocessedKeys };
    }

    /** A partition, or what of it lies between two places; a page may hold one item only. */
    #query(input: QueryCommandInput, short: boolean): object {
        const { TableName = "", ExpressionAttributeValues: values = {}, ExclusiveStartKey } = input;
        const sortName = this.#rows.placeName(TableName);
        const [partition] = Object.values(values);
        const { from, to } = { from: values[":from"]?.S ?? "", to: values[":to"]?.S ?? "\uffff" };
        const found = [...this.#rows.partition(TableName, String(plain(partition)))]
            .filter(([place]) => place >= from && place <= to && place > (ExclusiveStartKey?.[sortName]?.S ?? ""))
            .sort(([one], [other]) => (one < other ? -1 : 1))
            .map(([, item]) => item);
        const Items = short ? found.slice(0, 1) : found;
        const last = Items.length < found.length ? Items.at(-1) : undefined;
        return { Items, ...(last && { LastEvaluatedKey: this.#rows.keyOf(TableName, last) }) };
    }

    #checked({ Put, Update }: { Put?: Put; Update?: Update }): { isAllowed: boolean; before: Item | undefined } {
        const {
            ConditionExpression,
            ExpressionAttributeNames: names,
            ExpressionAttributeValues: values,
        } = Put ?? Update ?? {};
        const before = this.#rows.find((Put ?? Update)?.TableName ?? "", Put?.Item ?? Update?.Key ?? {});
        return { before, isAllowed: holds(ConditionExpression, before, { names, values }) };
    }

    #carryOut({ Put, Update }: { Put?: Put; Update?: Update }): void {
        if (Put?.Item !== undefined) this.#rows.keep(Put.TableName ?? "", Put.Item);
        if (Update === undefined) return;
        const { TableName = "", Key = {}, UpdateExpression = "" } = Update;
        const marks = { names: Update.ExpressionAttributeNames, values: Update.ExpressionAttributeValues };
        this.#rows.keep(TableName, updated(UpdateExpression, this.#rows.find(TableName, Key) ?? Key, marks));
    }
}

function cancelled(CancellationReasons: CancellationReason[]): Error {
    return new TransactionCanceledException({ $metadata, message: "Transaction cancelled", CancellationReasons });
}
