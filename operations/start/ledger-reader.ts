import { type AttributeValue, type DynamoDBClient, paginateScan } from "@aws-sdk/client-dynamodb";

export interface LedgerCounts {
    /** Transactions with a final verdict. */
    scored: number;
    /** Those of them that the model scored; the others were scored by the rules. */
    byModel: number;
    /** Transactions claimed or forwarded, without a verdict yet. */
    underway: number;
    /** Deliveries that repeated a transaction already known. */
    duplicates: number;
    /** Ids of the transactions whose verdict is an alert. */
    alerted: string[];
    /** Scored transactions by source. */
    scoredBySource: Map<string, number>;
    /** Scored transactions whose verdict rests on all the sets from Azure that it should, and on some but not all of them. */
    withSets: number;
    doubtful: number;
    /** From receipt to verdict, in milliseconds, for each scored transaction. */
    delays: number[];
}

export function emptyLedger(): LedgerCounts {
    const none = { scored: 0, byModel: 0, underway: 0, duplicates: 0, withSets: 0, doubtful: 0 };
    return { ...none, alerted: [], scoredBySource: new Map(), delays: [] };
}

/** Counts what the ledger says of every transaction. Rows of another kind (counters) have no state. */
export async function readLedger(dynamodb: DynamoDBClient, table: string): Promise<LedgerCounts> {
    const counts = emptyLedger();
    const pages = paginateScan(
        { client: dynamodb },
        {
            TableName: table,
            ConsistentRead: true,
            ProjectionExpression:
                "id, #source, #state, verdict, scoredBy, duplicateOrigins, receivedAt, scoredAt, supplementary",
            ExpressionAttributeNames: { "#source": "source", "#state": "state" },
        },
    );
    for await (const { Items = [] } of pages) {
        // Filtered here: on a laptop the services have no time to look at each row twice.
        for (const item of Items) if (item.state !== undefined) count(counts, item);
    }
    return counts;
}

function count(counts: LedgerCounts, item: Record<string, AttributeValue>): void {
    counts.duplicates += item.duplicateOrigins?.SS?.length ?? 0;
    if (item.state?.S !== "scored") {
        counts.underway += 1;
        return;
    }
    counts.scored += 1;
    const source = item.source?.S ?? "";
    counts.scoredBySource.set(source, (counts.scoredBySource.get(source) ?? 0) + 1);
    if (item.scoredBy?.S === "model") counts.byModel += 1;
    if (item.supplementary?.M?.doubts !== undefined) counts.doubtful += 1;
    else if (item.supplementary !== undefined) counts.withSets += 1;
    if (item.verdict?.S === "alert") counts.alerted.push(item.id?.S ?? "");
    const delay = Date.parse(item.scoredAt?.S ?? "") - Date.parse(item.receivedAt?.S ?? "");
    if (Number.isFinite(delay)) counts.delays.push(delay);
}
