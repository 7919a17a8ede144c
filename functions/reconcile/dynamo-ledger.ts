import { type DynamoDBClient, QueryCommand } from "@aws-sdk/client-dynamodb";
import { arrivalsOf } from "../../contract/transaction/arrival.ts";
import { fromItem, type Item } from "../adapters/attribute-values.ts";
import type { LedgerRow } from "../adapters/ledger-row.ts";
import { DynamoScoreLedger } from "../adapters/score-ledger.ts";
import type { Arrival, Ledger } from "./ports.ts";

/** The index of the ledger that has each claimed transaction by the hour in which it came. */
export const ARRIVALS_INDEX = "arrivals";

export class DynamoLedger implements Ledger {
    readonly #client: Pick<DynamoDBClient, "send">;
    readonly #table: string;

    constructor(client: Pick<DynamoDBClient, "send">, table: string) {
        this.#client = client;
        this.#table = table;
    }

    /** One page of each part of the hour at a time, the parts side by side: memory stays the same for any hour. */
    async *arrivals(hour: string): AsyncGenerator<readonly Arrival[]> {
        let open: { arrival: string; from?: Item | undefined }[] = arrivalsOf(hour).map((arrival) => ({ arrival }));
        while (open.length > 0) {
            const pages = await Promise.all(open.map(({ arrival, from }) => this.#page(arrival, from)));
            for (const { arrivals } of pages) yield arrivals;
            open = open
                .map(({ arrival }, index) => ({ arrival, from: pages[index]?.next }))
                .filter(({ from }) => from !== undefined);
        }
    }

    rows(ids: readonly string[]): Promise<Map<string, LedgerRow>> {
        return new DynamoScoreLedger(this.#client, this.#table).rows(ids);
    }

    async #page(arrival: string, ExclusiveStartKey: Item | undefined) {
        const { Items = [], LastEvaluatedKey } = await this.#client.send(
            new QueryCommand({
                TableName: this.#table,
                IndexName: ARRIVALS_INDEX,
                KeyConditionExpression: "#arrival = :arrival",
                ExpressionAttributeNames: { "#arrival": "arrival" },
                ExpressionAttributeValues: { ":arrival": { S: arrival } },
                ...(ExclusiveStartKey && { ExclusiveStartKey }),
            }),
        );
        const arrivals = Items.map((item) => {
            const { id, source } = fromItem(item);
            return { id: String(id), source: String(source) };
        });
        return { arrivals, next: LastEvaluatedKey };
    }
}
