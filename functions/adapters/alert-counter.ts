import { type DynamoDBClient, UpdateItemCommand } from "@aws-sdk/client-dynamodb";

/** Counts the alerts of each minute over all invocations. */
export interface AlertCounter {
    /** Adds alerts to a minute; how many it has with them. */
    add(minute: string, alerts: number): Promise<number>;
}

/** Keeps its rows in the activity table, whose rows expire. No account id begins with this mark. */
const COUNTER_KEY = "#alerts";
const KEPT_SECONDS = 24 * 3600;

export class DynamoAlertCounter implements AlertCounter {
    readonly #client: Pick<DynamoDBClient, "send">;
    readonly #table: string;

    constructor(client: Pick<DynamoDBClient, "send">, table: string) {
        this.#client = client;
        this.#table = table;
    }

    async add(minute: string, alerts: number): Promise<number> {
        const { Attributes } = await this.#client.send(
            new UpdateItemCommand({
                TableName: this.#table,
                Key: { accountId: { S: COUNTER_KEY }, at: { S: minute } },
                UpdateExpression: "SET expiresAt = :expiresAt ADD alerts :alerts",
                ExpressionAttributeValues: {
                    ":alerts": { N: String(alerts) },
                    ":expiresAt": { N: String(Math.floor(Date.parse(minute) / 1000) + KEPT_SECONDS) },
                },
                ReturnValues: "UPDATED_NEW",
            }),
        );
        return Number(Attributes?.alerts?.N ?? alerts);
    }
}
