import { ConditionalCheckFailedException, type DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { toItem } from "./attribute-values.ts";

/** Lets people be told of something once, however many invocations see it. */
export interface ToldOnce {
    /** Tells unless somebody did, or is about to. What could not be told is told by the next who sees it. */
    once(what: string, now: string, tell: () => Promise<void>): Promise<void>;
}

/** Its rows lie in the activity table, whose rows expire. No account id begins with this mark. */
const TOLD_KEY = "#told";
/** After that people are told again, if it lasts. */
const KEPT_SECONDS = 7 * 24 * 3600;
/** Whoever has not told by then, was killed. */
const LEASE_MS = 60_000;

export class DynamoToldOnce implements ToldOnce {
    readonly #client: Pick<DynamoDBClient, "send">;
    readonly #table: string;
    /** What needs no more looking up, until its row expires. */
    readonly #told = new Map<string, number>();

    constructor(client: Pick<DynamoDBClient, "send">, table: string) {
        this.#client = client;
        this.#table = table;
    }

    async once(what: string, now: string, tell: () => Promise<void>): Promise<void> {
        const at = Date.parse(now);
        const expiresAt = Math.floor(at / 1000) + KEPT_SECONDS;
        if ((this.#told.get(what) ?? 0) * 1000 > at) return;
        const row = { accountId: TOLD_KEY, at: what, expiresAt };
        try {
            await this.#client.send(
                new PutItemCommand({
                    TableName: this.#table,
                    Item: toItem({ ...row, told: false, until: at + LEASE_MS }),
                    // DynamoDB takes expired rows away when it comes to it.
                    ConditionExpression:
                        "attribute_not_exists(#at) OR (#told = :no AND #until < :now) OR #expires < :second",
                    ExpressionAttributeNames: {
                        "#at": "at",
                        "#told": "told",
                        "#until": "until",
                        "#expires": "expiresAt",
                    },
                    ExpressionAttributeValues: toItem({ ":no": false, ":now": at, ":second": Math.floor(at / 1000) }),
                    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
                }),
            );
        } catch (error) {
            if (!(error instanceof ConditionalCheckFailedException)) throw error;
            if (error.Item?.told?.BOOL === true) this.#told.set(what, Number(error.Item.expiresAt?.N ?? 0));
            return;
        }
        await tell();
        await this.#client.send(new PutItemCommand({ TableName: this.#table, Item: toItem({ ...row, told: true }) }));
        this.#told.set(what, expiresAt);
    }
}
