import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { wasStopped } from "./card-guard.ts";
import { writeConditionally } from "./conditional-writes.ts";
import type { Pause } from "./pause.ts";

/** A claimed transaction that lies in the quarantine now. */
export interface PutAside {
    id: string;
    /** Of the delivery that claimed it. */
    origin: string;
    at: string;
}

/** The ledger as those use it who put claimed transactions aside. */
export interface QuarantineLedger {
    /** Ends the claims of these deliveries; what is scored, or claimed by another one, stays. No call may name one id twice. */
    quarantined(rows: readonly PutAside[]): Promise<PromiseSettledResult<void>[]>;
}

export async function quarantineRows(
    client: Pick<DynamoDBClient, "send">,
    table: string,
    rows: readonly PutAside[],
    pause: Pause,
): Promise<PromiseSettledResult<void>[]> {
    const outcomes = await writeConditionally(
        client,
        table,
        rows.map(({ id, origin, at }) => ({
            Update: {
                Key: { id: { S: id } },
                UpdateExpression: "SET #state = :quarantined, quarantinedAt = if_not_exists(quarantinedAt, :at)",
                ConditionExpression: "origin = :origin AND #state <> :scored",
                ExpressionAttributeNames: { "#state": "state" },
                ExpressionAttributeValues: {
                    ":quarantined": { S: "quarantined" },
                    ":scored": { S: "scored" },
                    ":origin": { S: origin },
                    ":at": { S: at },
                },
            },
        })),
        pause,
    );
    return outcomes.map((outcome) =>
        // A row under a name that the guard refuses was never written.
        outcome.status === "rejected" && !wasStopped(outcome) ? outcome : { status: "fulfilled", value: undefined },
    );
}
