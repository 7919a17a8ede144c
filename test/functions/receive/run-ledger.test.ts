import assert from "node:assert/strict";
import {
    ConditionalCheckFailedException,
    type QueryCommandInput,
    TransactionCanceledException,
    type TransactWriteItemsCommandInput,
    type UpdateItemCommandInput,
} from "@aws-sdk/client-dynamodb";
import { DynamoRunLedger } from "../../../functions/receive/run-ledger.ts";
import { NOW, RUN } from "./receiving.ts";

const run = { set: "sanctions-list", run: RUN } as const;
const EXPIRES = { N: String(NOW.getTime() / 1000 + 30 * 24 * 3600) };
const Key = { run: { S: `sanctions-list/${RUN}` }, part: { S: "standing" } };
const ENDED = { ...Key, rows: { N: "7" }, outcome: { S: "complete" }, endedAt: { S: "then" } };

type Input = QueryCommandInput & UpdateItemCommandInput & TransactWriteItemsCommandInput;

function ledger(...answers: unknown[]) {
    const asked: Input[] = [];
    const send = async (command: { readonly input: object }) => {
        asked.push(command.input as Input);
        const answer = answers.shift() ?? {};
        if (answer instanceof Error) throw answer;
        return answer as never;
    };
    return { asked, runs: new DynamoRunLedger({ send }, "runs") };
}

const cancelled = (...CancellationReasons: object[]) =>
    new TransactionCanceledException({ $metadata: {}, message: "", CancellationReasons });
const FAILED = { Code: "ConditionalCheckFailed" };

describe("DynamoRunLedger", () => {
    it("counts a batch together with noting it, once and only before the end", async () => {
        const { asked, runs } = ledger();
        assert.equal(await runs.noteBatch(run, { sha256: "ab", rows: 7 }, NOW), undefined);
        const [{ Put, Update } = {}, more] = [
            Object.assign({}, ...(asked[0]?.TransactItems ?? [])),
            asked[0]?.TransactItems?.length,
        ];
        assert.equal(more, 2);
        assert.deepEqual(Put.Item, { run: Key.run, part: { S: "batch/ab" }, rows: { N: "7" }, expiresAt: EXPIRES });
        assert.equal(Put.ConditionExpression, "attribute_not_exists(part)");
        assert.deepEqual(Update.Key, Key);
        assert.equal(Update.UpdateExpression, "ADD #rows :rows SET expiresAt = :expiresAt");
        assert.equal(Update.ConditionExpression, "attribute_not_exists(outcome)");
    });

    it("takes a batch that counts already for sent again, and tells of an end that keeps it out", async () => {
        const again = ledger(cancelled(FAILED, { Code: "None" }));
        assert.equal(await again.runs.noteBatch(run, { sha256: "ab", rows: 7 }, NOW), undefined);
        const late = ledger(cancelled({ Code: "None" }, { ...FAILED, Item: ENDED }));
        assert.deepEqual(await late.runs.noteBatch(run, { sha256: "ab", rows: 7 }, NOW), {
            ...{ outcome: "complete", at: "then", told: false },
        });
        const busy = ledger(cancelled({ Code: "None" }, { Code: "TransactionConflict" }));
        await assert.rejects(busy.runs.noteBatch(run, { sha256: "ab", rows: 7 }, NOW), TransactionCanceledException);
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

    it("ends a run as complete only with the rows that count, and only once", async () => {
        const { asked, runs } = ledger({ Attributes: ENDED });
        const end = { outcome: "complete", at: "then", told: false };
        assert.deepEqual(await runs.noteEnd(run, { complete: 7 }, NOW), { rows: 7, end });
        assert.equal(asked[0]?.ConditionExpression, "attribute_not_exists(outcome) AND #rows = :rows");
        assert.deepEqual(asked[0]?.ExpressionAttributeValues?.[":rows"], { N: "7" });
        await runs.noteEnd(run, "failed", NOW);
        assert.equal(asked[1]?.ConditionExpression, "attribute_not_exists(outcome)");
    });

    it("tells how a run stands whose end was not noted", async () => {
        const refused = (Item?: object) =>
            ledger(Object.assign(new ConditionalCheckFailedException({ $metadata: {}, message: "" }), { Item })).runs;
        assert.deepEqual(await refused().noteEnd(run, { complete: 7 }, NOW), { rows: 0 });
        assert.deepEqual(await refused({ ...Key, rows: { N: "3" } }).noteEnd(run, { complete: 7 }, NOW), { rows: 3 });
        const failed = { ...ENDED, outcome: { S: "failed" }, told: { BOOL: true } };
        assert.deepEqual(await refused(failed).noteEnd(run, { complete: 7 }, NOW), {
            rows: 7,
            end: { outcome: "failed", at: "then", told: true },
        });
    });

    it("knows a run with and without an end", async () => {
        assert.equal(await ledger({ Items: [] }).runs.ended(run), false);
        assert.equal(await ledger({ Items: [{ ...Key, rows: { N: "3" } }] }).runs.ended(run), false);
        assert.equal(await ledger({ Items: [ENDED] }).runs.ended(run), true);
    });

    it("passes on that DynamoDB failed", async () => {
        for (const call of [
            (runs: DynamoRunLedger) => runs.noteEnd(run, "failed", NOW),
            (runs: DynamoRunLedger) => runs.noteBatch(run, { sha256: "ab", rows: 1 }, NOW),
            (runs: DynamoRunLedger) => runs.noteTold(run),
        ]) {
            await assert.rejects(call(ledger(new Error("busy")).runs), /busy/);
        }
    });
});
