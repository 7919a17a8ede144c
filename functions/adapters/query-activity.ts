import { type DynamoDBClient, QueryCommand } from "@aws-sdk/client-dynamodb";
import { fromItem, type Item, type Value } from "./attribute-values.ts";

/** Sorts after every character of an id. */
const LAST = "~";

/** All rows of one account in the activity table from one time to another, both included; all pages, consistently. */
export async function queryActivity(
    client: Pick<DynamoDBClient, "send">,
    table: string,
    accountId: string,
    from: string,
    to: string,
): Promise<Record<string, Value>[]> {
    const rows: Record<string, Value>[] = [];
    let ExclusiveStartKey: Item | undefined;
    do {
        const page = await client.send(
            new QueryCommand({
                TableName: table,
                ConsistentRead: true,
                KeyConditionExpression: "accountId = :account AND #at BETWEEN :from AND :to",
                ExpressionAttributeNames: { "#at": "at" },
                ExpressionAttributeValues: {
                    ":account": { S: accountId },
                    ":from": { S: from },
                    ":to": { S: `${to}#${LAST}` },
                },
                ...(ExclusiveStartKey === undefined ? {} : { ExclusiveStartKey }),
            }),
        );
        for (const item of page.Items ?? []) rows.push(fromItem(item));
        ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey !== undefined);
    return rows;
}
