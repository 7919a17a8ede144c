import { type DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { toItem } from "./attribute-values.ts";
import { guardedWrite } from "./guarded-write.ts";
import { queryActivity } from "./query-activity.ts";

/** Counts the alerts of each minute over all invocations. */
export interface AlertCounter {
    /** Adds a batch's alerts to a minute, once however often it is added; how many the minute has with them. */
    add(minute: string, batch: string, alerts: number): Promise<number>;
}

/** Its rows lie in the activity table, whose rows expire. No account id begins with this mark. */
const COUNTER_KEY = "#alerts";
const KEPT_SECONDS = 3600;

/**
 * A row for each batch instead of one sum for all: no hot item, no second counting by a retry, and no permission beyond
 * those for activity. Each batch writes before it reads, so two at once may count too many but never too few.
 */
export class DynamoAlertCounter implements AlertCounter {
    readonly #client: Pick<DynamoDBClient, "send">;
    readonly #table: string;

    constructor(client: Pick<DynamoDBClient, "send">, table: string) {
        this.#client = client;
        this.#table = table;
    }

    async add(minute: string, batch: string, alerts: number): Promise<number> {
        const expiresAt = Math.floor(Date.parse(minute) / 1000) + KEPT_SECONDS;
        const Item = toItem({ accountId: COUNTER_KEY, at: `${minute}#${batch}`, alerts, expiresAt });
        const refused = guardedWrite(Item);
        if (refused !== undefined) throw refused;
        await this.#client.send(new PutItemCommand({ TableName: this.#table, Item }));
        const rows = await queryActivity(this.#client, this.#table, COUNTER_KEY, minute, minute);
        return rows.reduce((total, { alerts }) => total + Number(alerts), 0);
    }
}
