import assert from "node:assert/strict";
import {
    type AttributeValue,
    BatchGetItemCommand,
    ConditionalCheckFailedException,
    QueryCommand,
    TransactionCanceledException,
    TransactWriteItemsCommand,
    type Update,
    UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { fromItem, type Item, toItem } from "../../../functions/adapters/attribute-values.ts";
import type { LedgerRow } from "../../../functions/adapters/ledger-row.ts";
import type { Cloud } from "../../../operations/verify/cloud.ts";

/** The ledger behind DynamoDB, as the SDK's client calls it; knows the expressions that are used and no others. */
export class LedgerFake implements Pick<Cloud, "of"> {
    readonly items = new Map<string, Item>();
    writes = 0;
    /** Called before a write is looked at. */
    beforeWrite: (update: Partial<Update>) => void = () => {};

    put(row: Partial<LedgerRow> & { id: string }): void {
        this.items.set(row.id, toItem(row));
    }

    row(id: string): Partial<LedgerRow> {
        return fromItem(this.items.get(id) ?? {}) as Partial<LedgerRow>;
    }

    of<C extends { destroy(): void }>(kind: new (settings: never) => C): C {
        const send = (command: object) => this.send(command);
        // As much of a client as is used.
        return Object.assign(Object.create(kind.prototype), { send, destroy() {} });
    }

    async send(command: object): Promise<object> {
        if (command instanceof BatchGetItemCommand) {
            const [[table, keys] = ["", {}]] = Object.entries(command.input.RequestItems ?? {}) as [string, never][];
            const { Keys = [] } = keys as { Keys?: Item[] };
            return { Responses: { [table]: Keys.flatMap(({ id }) => this.#known(id?.S)) } };
        }
        if (command instanceof QueryCommand) {
            const day = command.input.ExpressionAttributeValues?.[":day"]?.S;
            return { Items: [...this.items.values()].filter(({ decidedOn }) => decidedOn?.S === day) };
        }
        const transaction = command instanceof TransactWriteItemsCommand;
        assert.ok(transaction || command instanceof UpdateItemCommand);
        const updates: Partial<Update>[] = transaction
            ? (command.input.TransactItems ?? []).map(({ Update }) => Update ?? {})
            : [command.input];
        for (const update of updates) this.beforeWrite(update);
        const against = updates.map((update) => (this.#holds(update) ? undefined : this.#item(update)));
        if (against.some((item) => item !== undefined)) {
            const refused = { message: "refused", $metadata: {} };
            if (!transaction) throw new ConditionalCheckFailedException({ ...refused, Item: against[0] });
            const CancellationReasons = against.map((Item) =>
                Item === undefined ? { Code: "None" } : { Code: "ConditionalCheckFailed", Item },
            );
            throw new TransactionCanceledException({ ...refused, CancellationReasons });
        }
        for (const update of updates) this.#write(update);
        return {};
    }

    #known(id = ""): Item[] {
        const item = this.items.get(id);
        return item === undefined ? [] : [item];
    }

    #item({ Key }: Partial<Update>): Item {
        return this.items.get(Key?.id?.S ?? "") ?? {};
    }

    #holds(update: Partial<Update>): boolean {
        const item = this.#item(update);
        const named = (name = "") => item[update.ExpressionAttributeNames?.[name] ?? ""];
        return (update.ConditionExpression ?? "").split(" AND ").every((part) => {
            const [, call, name] = /^attribute_(exists|not_exists)\((#\w+)\)$/.exec(part) ?? [];
            if (call !== undefined) return (named(name) !== undefined) === (call === "exists");
            const [left, right = ""] = part.split(" = ");
            return named(left)?.S === (update.ExpressionAttributeValues?.[right]?.S ?? "a value that is missing");
        });
    }

    #write(update: Partial<Update>): void {
        const { UpdateExpression = "", ExpressionAttributeNames: names = {}, ExpressionAttributeValues = {} } = update;
        const values = ExpressionAttributeValues as Record<string, AttributeValue & { L: AttributeValue[] }>;
        const item = { ...this.#item(update) };
        const [sets = "", ...append] = UpdateExpression.replace(/^SET /, "").split(", #decisions = ");
        assert.deepEqual(append, ["list_append(if_not_exists(#decisions, :history), :kept)"]);
        for (const set of sets.split(", ")) {
            const [name = "", value = ""] = set.split(" = ");
            item[names[name] ?? ""] = values[value] ?? { NULL: true };
        }
        const history = item.decisions?.L ?? values[":history"]?.L ?? [];
        item.decisions = { L: [...history, ...(values[":kept"]?.L ?? [])] };
        this.items.set(update.Key?.id?.S ?? "", item);
        this.writes++;
    }
}
