import assert from "node:assert/strict";
import type { DynamoDBClient, QueryCommand } from "@aws-sdk/client-dynamodb";
import { toItem } from "../../../functions/adapters/attribute-values.ts";
import { DynamoDecisions } from "../../../functions/adapters/decisions.ts";

/** Answers each query with the next page. */
function asking(...pages: object[]) {
    const asked: object[] = [];
    const send = async ({ input }: QueryCommand): Promise<unknown> => {
        asked.push(input);
        return pages[asked.length - 1];
    };
    return { asked, decisions: new DynamoDecisions({ send: send as DynamoDBClient["send"] }, "ledger") };
}

describe("DynamoDecisions", () => {
    const decided = { decision: "fraud", decidedAt: "2026-03-02T10:00:00.000Z", recordKey: "key" };
    const query = {
        TableName: "ledger",
        IndexName: "by-decision",
        KeyConditionExpression: "decidedOn = :day",
        ExpressionAttributeValues: { ":day": { S: "2026-03-02" } },
    };

    it("reads all pages of a day", async () => {
        const LastEvaluatedKey = { id: { S: "live:1" } };
        const { decisions, asked } = asking(
            { Items: [toItem({ id: "live:1", ...decided })], LastEvaluatedKey },
            { LastEvaluatedKey },
            { Items: [toItem({ id: "live:2", ...decided })] },
        );
        assert.deepEqual(
            (await decisions.of("2026-03-02")).map(({ id }) => id),
            ["live:1", "live:2"],
        );
        const next = { ...query, ExclusiveStartKey: LastEvaluatedKey };
        assert.deepEqual(asked, [query, next, next]);
    });

    it("takes what somebody wrote by hand for no decision when it is none", async () => {
        const { decisions } = asking({
            Items: [
                toItem({ id: "live:1", ...decided, decision: "perhaps" }),
                toItem({ id: "live:2", ...decided, decidedAt: "yesterday" }),
                toItem({ id: "live:3", decision: "fraud" }),
                toItem({ id: "live:4", ...decided, recordKey: undefined }),
            ],
        });
        const { recordKey: _, ...early } = decided;
        assert.deepEqual(await decisions.of("2026-03-02"), [{ id: "live:4", ...early }]);
    });
});
