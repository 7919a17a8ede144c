import assert from "node:assert/strict";
import { DynamoDBClient, QueryCommand } from "@aws-sdk/client-dynamodb";
import { GetObjectCommand, NoSuchKey, S3Client } from "@aws-sdk/client-s3";
import type { Manifest } from "../../../contract/model/learning.ts";
import { metric, runHandler } from "../support/run-handler.ts";

const ENVIRONMENT = {
    LEDGER_TABLE: "ledger",
    RECORDS_BUCKET: "records",
    MODEL_BUCKET: "model",
    WINDOW_DAYS: "90",
    MATURITY_DAYS: "30",
    ROWS_AT_MOST: "1000",
    FRAUD_AT_LEAST: "50",
    NEW_DECISIONS: "25",
    OLDEST_DAYS: "30",
};
const part = { fraud: 1, legitimate: 1 };
const MANIFEST: Manifest = {
    madeAt: "2026-03-02T10:00:00.000Z",
    reason: "25 new decisions",
    from: "2025-12-02",
    to: "2026-01-31",
    parts: { train: part, validation: part, evaluation: part },
    labels: { decided: 3, matured: 3, undecided: 0 },
    sha256: { train: "", validation: "", evaluation: "" },
};

describe("the handler of train", () => {
    const run = async (objects: Record<string, object>) => {
        const days: unknown[] = [];
        const heard = await runHandler("train", ENVIRONMENT, [DynamoDBClient, S3Client], (command) => {
            if (command instanceof QueryCommand) days.push(command.input.TableName);
            if (!(command instanceof GetObjectCommand)) return {};
            const found = objects[`${command.input.Bucket}/${command.input.Key}`];
            if (found === undefined) throw new NoSuchKey({ message: "none", $metadata: {} });
            return { Body: { transformToByteArray: async () => Buffer.from(JSON.stringify(found)) } };
        });
        return { ...heard, days };
    };

    it("looks through the decisions of each day of the window, and answers how many are missing", async () => {
        const { result, lines, days } = await run({});
        const reason = "only 0 of the 50 cases of fraud that a model needs were decided";
        assert.deepEqual(result, { wanted: false, reason });
        assert.deepEqual(days, Array(91).fill("ledger"));
        assert.equal(metric(lines, "trainingWanted"), 0);
        assert.ok(lines.some(({ message }) => message === "nothing to learn"));
    });

    it("wants the training of what was prepared and never judged", async () => {
        const { result, lines } = await run({ "model/learning/manifest.json": MANIFEST });
        const reason = "no model of what was prepared on 2026-03-02 was judged yet";
        assert.deepEqual(result, { wanted: true, reason });
        assert.equal(metric(lines, "trainingWanted"), 1);
    });
});
