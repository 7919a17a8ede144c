import { type AttributeValue, type DynamoDBClient, QueryCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { fromItem } from "./attribute-values.ts";

/** Index of the ledger that holds only rows on which somebody decided, by the day of the decision. */
export const DECISIONS_INDEX = "by-decision";

const Decision = z.object({
    id: z.string(),
    decision: z.enum(["fraud", "legitimate"]),
    decidedAt: z.iso.datetime(),
    recordKey: z.optional(z.string()),
});

/** What an analyst found a transaction to be. */
export type Decision = z.infer<typeof Decision>;

export interface Decisions {
    /** All of one day, as `YYYY-MM-DD`. */
    of(day: string): Promise<Decision[]>;
}

export class DynamoDecisions implements Decisions {
    readonly #client: Pick<DynamoDBClient, "send">;
    readonly #table: string;

    constructor(client: Pick<DynamoDBClient, "send">, table: string) {
        this.#client = client;
        this.#table = table;
    }

    async of(day: string): Promise<Decision[]> {
        const decisions: Decision[] = [];
        let ExclusiveStartKey: Record<string, AttributeValue> | undefined;
        do {
            const page = await this.#client.send(
                new QueryCommand({
                    TableName: this.#table,
                    IndexName: DECISIONS_INDEX,
                    KeyConditionExpression: "decidedOn = :day",
                    ExpressionAttributeValues: { ":day": { S: day } },
                    ...(ExclusiveStartKey === undefined ? {} : { ExclusiveStartKey }),
                }),
            );
            for (const item of page.Items ?? []) {
                // A row that a person edited by hand into something else decides nothing.
                const { data } = Decision.safeParse(fromItem(item));
                if (data !== undefined) decisions.push(data);
            }
            ExclusiveStartKey = page.LastEvaluatedKey;
        } while (ExclusiveStartKey !== undefined);
        return decisions;
    }
}
