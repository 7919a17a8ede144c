import {
    ConditionalCheckFailedException,
    type DynamoDBClient,
    QueryCommand,
    UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { isSupplementarySet, type SupplementarySet } from "../../contract/files/supplementary.ts";
import {
    POINTERS,
    SupplementaryPointer,
    type SupplementaryPointers,
    type WholeSet,
} from "../../contract/files/supplementary-pointer.ts";
import { fromItem, toItem } from "./attribute-values.ts";

/** Which run of each set counts: one item a set, among the runs, where nobody writes but `receive`. */
export class DynamoPointers {
    readonly #client: Pick<DynamoDBClient, "send">;
    readonly #table: string;

    constructor(client: Pick<DynamoDBClient, "send">, table: string) {
        this.#client = client;
        this.#table = table;
    }

    /** All of them, by one query. */
    async read(): Promise<SupplementaryPointers> {
        const { Items = [] } = await this.#client.send(
            new QueryCommand({
                TableName: this.#table,
                ConsistentRead: true,
                KeyConditionExpression: "#run = :pointers",
                ExpressionAttributeNames: { "#run": "run" },
                ExpressionAttributeValues: toItem({ ":pointers": POINTERS }),
            }),
        );
        const pointers = new Map<SupplementarySet, SupplementaryPointer>();
        for (const item of Items.map(fromItem)) {
            const set = String(item.part);
            // A set that only another version of the platform knows is not asked for here.
            if (isSupplementarySet(set)) pointers.set(set, SupplementaryPointer.parse(item));
        }
        return pointers;
    }

    /** Makes this the set that counts, unless one of a run that ended later, or this very one, does already. */
    async point(set: SupplementarySet, whole: WholeSet): Promise<void> {
        const update = new UpdateItemCommand({
            TableName: this.#table,
            Key: toItem({ run: POINTERS, part: set }),
            // What stands on the right is as it was before: the one that counted so far becomes the former.
            UpdateExpression: "SET #former = if_not_exists(#current, :whole), #current = :whole",
            ConditionExpression: "attribute_not_exists(#current) OR #current.completedAt < :at",
            ExpressionAttributeNames: { "#current": "current", "#former": "former" },
            ExpressionAttributeValues: toItem({ ":whole": whole, ":at": whole.completedAt }),
        });
        await this.#client.send(update).catch((error: unknown) => {
            if (!(error instanceof ConditionalCheckFailedException)) throw error;
        });
    }
}
