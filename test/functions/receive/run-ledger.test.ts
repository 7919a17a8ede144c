import assert from "node:assert/strict";
import { ConditionalCheckFailedException, type PutItemCommand, type QueryCommand } from "@aws-sdk/client-dynamodb";
import { DynamoRunLedger } from "../../../functions/receive/run-ledger.ts";
import { NOW, RUN } from "./receiving.ts";

const run = { set: "sanctions-list", run: RUN } as const;
const EXPIRES = { N: String(NOW.getTime() / 1000 + 30 * 24 * 3600) };

function ledger(...answers: unknown[]) {
    const asked: (PutItemCommand | QueryCommand)["input"][] = [];
    const send = async (command: PutItemCommand | QueryCommand) => {
        asked.push(command.input);
        const answer = answers.shift() ?? {};
        if (answer instanceof Error) throw answer;
        return answer as never;
    };
    return { asked, runs: new DynamoRunLedger({ send }, "runs") };
}

describe("DynamoRunLedger", () => {
    it("notes a batch under its run, for thirty days", async () => {
        const { asked, runs } = ledger();
        await runs.noteBatch(run, { sha256: "ab", rows: 7 }, NOW);
        const Item = {
            run: { S: `sanctions-list/${RUN}` },
            part: { S: "batch/ab" },
            rows: { N: "7" },
            expiresAt: EXPIRES,
        };
        assert.deepEqual(asked, [{ TableName: "runs", Item }]);
    });

    it("reads all pages of a run's batches, consistently", async () => {
        const next = { run: { S: "x" } };
        const { asked, runs } = ledger(
            { Items: [{ part: { S: "batch/ab" }, rows: { N: "7" } }], LastEvaluatedKey: next },
            { Items: [{ part: { S: "batch/cd" }, rows: { N: "1" } }] },
        );
        assert.deepEqual(await runs.batches(run), [
            { sha256: "ab", rows: 7 },
            { sha256: "cd", rows: 1 },
        ]);
        assert.deepEqual(asked[1], {
            TableName: "runs",
            ConsistentRead: true,
            KeyConditionExpression: "#run = :run AND begins_with(part, :part)",
            ExpressionAttributeNames: { "#run": "run" },
            ExpressionAttributeValues: { ":run": { S: `sanctions-list/${RUN}` }, ":part": { S: "batch/" } },
            ExclusiveStartKey: next,
        });
    });

    it("notes the first end only, and tells which one stands", async () => {
        const { asked, runs } = ledger();
        assert.deepEqual(await runs.noteEnd(run, { outcome: "complete", rows: 7 }, NOW), {
            outcome: "complete",
            rows: 7,
        });
        assert.equal((asked[0] as { ConditionExpression: string }).ConditionExpression, "attribute_not_exists(part)");
        const late = ledger(new ConditionalCheckFailedException({ $metadata: {}, message: "" }), {
            Items: [{ part: { S: "end" }, outcome: { S: "failed" }, rows: { N: "0" } }],
        });
        assert.deepEqual(await late.runs.noteEnd(run, { outcome: "complete", rows: 7 }, NOW), {
            outcome: "failed",
            rows: 0,
        });
    });

    it("knows a run without an end", async () => {
        assert.equal(await ledger({ Items: [] }).runs.ended(run), undefined);
    });

    it("passes on that DynamoDB failed", async () => {
        await assert.rejects(ledger(new Error("busy")).runs.noteEnd(run, { outcome: "failed", rows: 0 }, NOW), /busy/);
    });
});
