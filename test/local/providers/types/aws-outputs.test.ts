import assert from "node:assert/strict";
import { ARCHIVE, SIGNATURE, secret } from "../../../../local/store/signatures.ts";
import type { Properties } from "../../../../local/store/value.ts";
import { predicted } from "../support/table-checks.ts";

const HERE = "eu-west-1:111122223333";
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}/;
const statement = '{"Version":"2012-10-17","Statement":[]}';

const rows: { type: string; inputs: Properties; id: string | RegExp; outputs: Record<string, unknown> }[] = [
    {
        type: "aws:s3/bucket:Bucket",
        inputs: { bucket: "landing" },
        id: "landing",
        outputs: {
            arn: "arn:aws:s3:::landing",
            bucketDomainName: "landing.s3.amazonaws.com",
            bucketRegionalDomainName: "landing.s3.eu-west-1.amazonaws.com",
            region: "eu-west-1",
            forceDestroy: false,
        },
    },
    {
        type: "aws:s3/bucketPolicy:BucketPolicy",
        inputs: { bucket: "landing", policy: statement },
        id: "landing",
        outputs: {},
    },
    {
        type: "aws:s3/bucketVersioning:BucketVersioning",
        inputs: {
            bucket: "landing",
            expectedBucketOwner: "111122223333",
            versioningConfiguration: { status: "Enabled" },
        },
        id: "landing,111122223333",
        outputs: {},
    },
    {
        type: "aws:sqs/queue:Queue",
        inputs: { name: "bulk", kmsMasterKeyId: "k" },
        id: "https://sqs.eu-west-1.amazonaws.com/111122223333/bulk",
        outputs: {
            url: "https://sqs.eu-west-1.amazonaws.com/111122223333/bulk",
            arn: `arn:aws:sqs:${HERE}:bulk`,
            sqsManagedSseEnabled: false,
            messageRetentionSeconds: 345_600,
        },
    },
    {
        type: "aws:sqs/queuePolicy:QueuePolicy",
        inputs: { queueUrl: "https://q", policy: statement },
        id: "https://q",
        outputs: {},
    },
    {
        type: "aws:sns/topic:Topic",
        inputs: { name: "fraud" },
        id: `arn:aws:sns:${HERE}:fraud`,
        outputs: { arn: `arn:aws:sns:${HERE}:fraud`, owner: "111122223333" },
    },
    {
        type: "aws:sns/topicSubscription:TopicSubscription",
        inputs: { topic: `arn:aws:sns:${HERE}:fraud`, protocol: "email", endpoint: "a@b.example" },
        id: new RegExp(`^arn:aws:sns:${HERE}:fraud:${UUID.source}$`),
        outputs: { pendingConfirmation: true, rawMessageDelivery: false },
    },
    {
        type: "aws:dynamodb/table:Table",
        inputs: {
            name: "ledger",
            billingMode: "PAY_PER_REQUEST",
            hashKey: "id",
            attributes: [{ name: "id", type: "S" }],
            pointInTimeRecovery: { enabled: true },
        },
        id: "ledger",
        outputs: {
            arn: `arn:aws:dynamodb:${HERE}:table/ledger`,
            streamArn: "",
            pointInTimeRecovery: { enabled: true },
            tableClass: "STANDARD",
        },
    },
    {
        type: "aws:lambda/function:Function",
        inputs: {
            name: "screen",
            role: "arn:aws:iam::111122223333:role/screen",
            handler: "index.handler",
            runtime: "nodejs22.x",
            code: { [SIGNATURE]: ARCHIVE, path: "/screen.zip", hash: "0a0b" },
            loggingConfig: { logFormat: "JSON" },
        },
        id: "screen",
        outputs: {
            arn: `arn:aws:lambda:${HERE}:function:screen`,
            qualifiedArn: `arn:aws:lambda:${HERE}:function:screen:$LATEST`,
            sourceCodeHash: "Cgs=",
            timeout: 3,
            memorySize: 128,
            loggingConfig: { logFormat: "JSON", logGroup: "/aws/lambda/screen" },
        },
    },
    {
        type: "aws:lambda/eventSourceMapping:EventSourceMapping",
        inputs: { functionName: "screen", eventSourceArn: `arn:aws:sqs:${HERE}:bulk` },
        id: UUID,
        outputs: {
            functionArn: `arn:aws:lambda:${HERE}:function:screen`,
            batchSize: 10,
            enabled: true,
            state: "Enabled",
        },
    },
    {
        type: "aws:iam/role:Role",
        inputs: { name: "screen", path: "/platform/", assumeRolePolicy: statement },
        id: "screen",
        outputs: { arn: "arn:aws:iam::111122223333:role/platform/screen", maxSessionDuration: 3600 },
    },
    {
        type: "aws:iam/rolePolicy:RolePolicy",
        inputs: { name: "grants", role: "screen", policy: statement },
        id: "screen:grants",
        outputs: { name: "grants" },
    },
    {
        type: "aws:kms/key:Key",
        inputs: { enableKeyRotation: true },
        id: UUID,
        outputs: { keyUsage: "ENCRYPT_DECRYPT", customerMasterKeySpec: "SYMMETRIC_DEFAULT", rotationPeriodInDays: 365 },
    },
    {
        type: "aws:kms/alias:Alias",
        inputs: { name: "alias/data", targetKeyId: "1234" },
        id: "alias/data",
        outputs: { arn: `arn:aws:kms:${HERE}:alias/data`, targetKeyArn: `arn:aws:kms:${HERE}:key/1234` },
    },
    {
        type: "aws:cloudwatch/logGroup:LogGroup",
        inputs: { name: "/aws/lambda/screen" },
        id: "/aws/lambda/screen",
        outputs: { arn: `arn:aws:logs:${HERE}:log-group:/aws/lambda/screen`, retentionInDays: 0 },
    },
    {
        type: "aws:cloudwatch/metricAlarm:MetricAlarm",
        inputs: { name: "age", comparisonOperator: "GreaterThanThreshold", evaluationPeriods: 1 },
        id: "age",
        outputs: { arn: `arn:aws:cloudwatch:${HERE}:alarm:age`, actionsEnabled: true, treatMissingData: "missing" },
    },
    {
        type: "aws:cloudwatch/dashboard:Dashboard",
        inputs: { dashboardName: "platform", dashboardBody: "{}" },
        id: "platform",
        outputs: { dashboardArn: "arn:aws:cloudwatch::111122223333:dashboard/platform" },
    },
    {
        type: "aws:secretsmanager/secret:Secret",
        inputs: { name: "warehouse" },
        id: new RegExp(`^arn:aws:secretsmanager:${HERE}:secret:warehouse-[0-9a-f]{6}$`),
        outputs: { recoveryWindowInDays: 30 },
    },
    {
        type: "aws:secretsmanager/secretVersion:SecretVersion",
        inputs: { secretId: "arn:s", secretString: "not marked by the program" },
        id: new RegExp(`^arn:s\\|${UUID.source}$`),
        outputs: { secretString: secret("not marked by the program") },
    },
];

describe("what AWS adds to a resource", () => {
    for (const { type, inputs, id, outputs } of rows) {
        it(`is known for ${type}`, () => {
            const found = predicted(type, inputs);
            if (typeof id === "string") assert.equal(found.id, id);
            else assert.match(found.id, id);
            assert.equal(found.outputs.id, found.id);
            const named = Object.keys(outputs).map((name) => [name, found.outputs[name]]);
            assert.deepEqual(Object.fromEntries(named), outputs);
        });
    }

    it("follows the region of the resource, and the partition of the provider", () => {
        const { outputs } = predicted("aws:sqs/queue:Queue", { name: "bulk", region: "eu-central-1" });
        assert.equal(outputs.arn, "arn:aws:sqs:eu-central-1:111122223333:bulk");
        assert.equal(outputs.region, "eu-central-1");
    });
});
