import assert from "node:assert/strict";
import { DECISIONS_INDEX } from "../../../functions/adapters/decisions.ts";
import { AccountActivity } from "../../../infra/ingest/account-activity.ts";
import { SourceWatermarks } from "../../../infra/ingest/source-watermarks.ts";
import { TransactionLedger } from "../../../infra/ingest/transaction-ledger.ts";
import { theKey, theTopic } from "../../support/infra-parts.ts";
import { allRegistered, created, protectedResources, recordResources, value } from "../../support/mocks.ts";

const TABLE = "aws:dynamodb/table:Table";
const decryption = { Effect: "Allow", Action: ["kms:Decrypt"], Resource: "arn:kms:the-key" };
const safeguards = {
    billingMode: "PAY_PER_REQUEST",
    serverSideEncryption: { enabled: true, kmsKeyArn: "arn:kms:the-key" },
    pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 35 },
    deletionProtectionEnabled: true,
};

const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";

/** What an alarm that adds metrics up reads: name of the metric, operation of the table. */
function readBy(name: string): string[] {
    const { metricQueries } = created(ALARM, name) as { metricQueries: Record<string, unknown>[] };
    return metricQueries.slice(1).map(({ metric }) => {
        const { metricName, dimensions, ...rest } = metric as {
            metricName: string;
            dimensions: Record<string, string>;
        };
        assert.deepEqual(rest, { namespace: "AWS/DynamoDB", period: 300, stat: "Sum" });
        assert.equal(dimensions.TableName, "t");
        return [metricName, ...(dimensions.Operation ? [dimensions.Operation] : [])].join(" ");
    });
}

describe("TransactionLedger", () => {
    beforeEach(recordResources);

    async function create(deletable?: boolean): Promise<TransactionLedger> {
        const ledger = new TransactionLedger("t", {
            key: theKey(),
            alarmTopic: theTopic(),
            ...(deletable && { deletable }),
        });
        await allRegistered();
        return ledger;
    }

    it("is encrypted, can be restored to any second of 35 days, and has one row for each transaction", async () => {
        await create();
        assert.deepEqual(created(TABLE, "t"), {
            ...safeguards,
            hashKey: "id",
            attributes: [
                { name: "id", type: "S" },
                { name: "decidedOn", type: "S" },
                { name: "arrival", type: "S" },
            ],
            globalSecondaryIndexes: [
                {
                    name: DECISIONS_INDEX,
                    hashKey: "decidedOn",
                    projectionType: "INCLUDE",
                    nonKeyAttributes: ["decision", "decidedAt", "recordKey"],
                },
                { name: "arrivals", hashKey: "arrival", projectionType: "INCLUDE", nonKeyAttributes: ["source"] },
            ],
            tags: { retention: "life-of-environment" },
        });
    });

    it("lets a role look at the rows of an hour, nothing else", async () => {
        const ledger = await create();
        assert.deepEqual(await value(ledger.grantCount()), [
            { Effect: "Allow", Action: ["dynamodb:Query"], Resource: "arn:dynamodb:t/index/arrivals" },
            decryption,
        ]);
    });

    it("lets a role claim rows, update or look them up, nothing else", async () => {
        const ledger = await create();
        assert.deepEqual(await value(ledger.grantClaim()), [
            {
                Effect: "Allow",
                Action: ["dynamodb:PutItem", "dynamodb:UpdateItem"],
                Resource: "arn:dynamodb:t",
            },
            decryption,
        ]);
        assert.deepEqual(await value(ledger.grantUpdate()), [
            { Effect: "Allow", Action: ["dynamodb:UpdateItem"], Resource: "arn:dynamodb:t" },
            decryption,
        ]);
        assert.deepEqual(await value(ledger.grantLookUp()), [
            { Effect: "Allow", Action: ["dynamodb:BatchGetItem"], Resource: "arn:dynamodb:t" },
            decryption,
        ]);
        assert.deepEqual(await value(ledger.grantReadDecisions()), [
            { Effect: "Allow", Action: ["dynamodb:Query"], Resource: `arn:dynamodb:t/index/${DECISIONS_INDEX}` },
            decryption,
        ]);
    });

    it("tells when DynamoDB turns requests away or fails", async () => {
        await create();
        assert.deepEqual(readBy("t-throttled"), ["ReadThrottleEvents", "WriteThrottleEvents"]);
        assert.deepEqual(readBy("t-failing"), [
            "SystemErrors PutItem",
            "SystemErrors UpdateItem",
            // The functions write many rows at once by these, which DynamoDB counts apart.
            "SystemErrors TransactWriteItems",
            "SystemErrors BatchGetItem",
            "SystemErrors Query",
        ]);
        const { alarmDescription, metricQueries, ...rest } = created(ALARM, "t-failing");
        assert.deepEqual((metricQueries as unknown[])[0], {
            id: "together",
            expression: "SUM(METRICS())",
            label: "t-failing",
            returnData: true,
        });
        assert.deepEqual(rest, {
            comparisonOperator: "GreaterThanOrEqualToThreshold",
            threshold: 1,
            evaluationPeriods: 1,
            treatMissingData: "notBreaching",
            alarmActions: ["arn:sns:the-topic"],
            okActions: ["arn:sns:the-topic"],
        });
    });

    it("survives a destroy unless it is deletable", async () => {
        await create();
        assert.ok(protectedResources().includes(`${TABLE} t`));
        await recordResources();
        await create(true);
        assert.ok(!protectedResources().includes(`${TABLE} t`));
        assert.equal(created(TABLE, "t").deletionProtectionEnabled, false);
    });
});

describe("AccountActivity", () => {
    beforeEach(recordResources);

    async function create(deletable?: boolean): Promise<AccountActivity> {
        const activity = new AccountActivity("t", {
            key: theKey(),
            alarmTopic: theTopic(),
            ...(deletable && { deletable }),
        });
        await allRegistered();
        return activity;
    }

    it("is encrypted, can be restored to any second of 35 days, and forgets rows at their expiresAt", async () => {
        await create();
        assert.deepEqual(created(TABLE, "t"), {
            ...safeguards,
            hashKey: "accountId",
            rangeKey: "at",
            attributes: [
                { name: "accountId", type: "S" },
                { name: "at", type: "S" },
            ],
            ttl: { enabled: true, attributeName: "expiresAt" },
            tags: { retention: "8-days" },
        });
    });

    it("lets a role note and look back, nothing else", async () => {
        const activity = await create();
        assert.deepEqual(await value(activity.grantNoteAndLookBack()), [
            {
                Effect: "Allow",
                Action: ["dynamodb:PutItem", "dynamodb:BatchWriteItem", "dynamodb:Query"],
                Resource: "arn:dynamodb:t",
            },
            decryption,
        ]);
    });

    it("tells when DynamoDB turns requests away or fails", async () => {
        await create();
        assert.deepEqual(readBy("t-throttled"), ["ReadThrottleEvents", "WriteThrottleEvents"]);
        assert.deepEqual(readBy("t-failing"), [
            "SystemErrors PutItem",
            "SystemErrors BatchWriteItem",
            "SystemErrors Query",
        ]);
    });

    it("survives a destroy unless it is deletable", async () => {
        await create();
        assert.ok(protectedResources().includes(`${TABLE} t`));
        await recordResources();
        await create(true);
        assert.ok(!protectedResources().includes(`${TABLE} t`));
        assert.equal(created(TABLE, "t").deletionProtectionEnabled, false);
    });
});

describe("SourceWatermarks", () => {
    beforeEach(recordResources);

    it("is encrypted, can be restored, survives a destroy, and forgets rows that say when", async () => {
        new SourceWatermarks("t", { key: theKey(), alarmTopic: theTopic() });
        await allRegistered();
        assert.deepEqual(created(TABLE, "t"), {
            ...safeguards,
            hashKey: "source",
            attributes: [{ name: "source", type: "S" }],
            ttl: { enabled: true, attributeName: "expiresAt" },
            tags: { retention: "90-days" },
        });
        assert.ok(protectedResources().includes(`${TABLE} t`));
    });

    it("lets a role move the watermarks, and goes with a destroy if it is deletable", async () => {
        const watermarks = new SourceWatermarks("t", { key: theKey(), alarmTopic: theTopic(), deletable: true });
        await allRegistered();
        assert.deepEqual(await value(watermarks.grantMove()), [
            {
                Effect: "Allow",
                Action: ["GetItem", "PutItem", "BatchGetItem", "BatchWriteItem"].map((one) => `dynamodb:${one}`),
                Resource: "arn:dynamodb:t",
            },
            decryption,
        ]);
        assert.ok(!protectedResources().includes(`${TABLE} t`));
        assert.equal(created(TABLE, "t").deletionProtectionEnabled, false);
    });
});
