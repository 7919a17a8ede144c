import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { PlatformFunction, type PlatformFunctionArgs } from "../../../infra/compute/platform-function.ts";
import { WorkQueue } from "../../../infra/ingest/work-queue.ts";
import { PlatformKey } from "../../../infra/security/platform-key.ts";
import { ACCOUNT, theBundle, theKey, theNetwork, theTopic } from "../../support/infra-parts.ts";
import { allRegistered, created, found, namesOf, recordResources, statements, value } from "../../support/mocks.ts";

const FUNCTION = "aws:lambda/function:Function";
const ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";
const RECURSION = "aws:lambda/functionRecursionConfig:FunctionRecursionConfig";
const MAPPING = "aws:lambda/eventSourceMapping:EventSourceMapping";
const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";

interface Changes extends Partial<PlatformFunctionArgs> {
    batchSize?: number;
    windowSeconds?: number;
    maximumConcurrency?: number;
}

async function create({ batchSize = 100, windowSeconds = 1, maximumConcurrency = 2, ...args }: Changes = {}) {
    const key = theKey();
    const topic = theTopic();
    const logKey = new PlatformKey("the-log-key", { description: "of logs", alias: "logs", accountId: ACCOUNT });
    const alarms = { topic, oldestSeconds: 300, waitingMessages: 1000 };
    const from = new WorkQueue("the-queue", { holds: "letters", key, consumerTimeoutSeconds: 30, alarms });
    const fn = new PlatformFunction("f", {
        description: "Reads letters",
        bundle: theBundle("f"),
        timeoutSeconds: 30,
        memoryMegabytes: 512,
        environment: { SHELF: "top" },
        grants: [{ Effect: "Allow", Action: ["s3:PutObject"], Resource: "arn:shelf/*" }],
        sources: [{ from, batchSize, windowSeconds, maximumConcurrency }],
        key,
        log: { key: logKey, retentionDays: 400 },
        alarmTopic: topic,
        ...args,
    });
    await allRegistered();
    return fn;
}

describe("PlatformFunction", () => {
    beforeEach(recordResources);

    it("runs the bundle on arm64, traced, with an encrypted environment and its own log", async () => {
        await create();
        const { code, ...rest } = created(FUNCTION, "f");
        assert.deepEqual(rest, {
            description: "Reads letters",
            handler: "index.handler",
            runtime: "nodejs22.x",
            architectures: ["arm64"],
            role: "arn:iam:f",
            timeout: 30,
            memorySize: 512,
            environment: {
                variables: {
                    POWERTOOLS_SERVICE_NAME: "f",
                    POWERTOOLS_METRICS_NAMESPACE: "CompliancePlatform",
                    LOG_LEVEL: "INFO",
                    NODE_OPTIONS: "--enable-source-maps",
                    SHELF: "top",
                },
            },
            kmsKeyArn: "arn:kms:the-key",
            loggingConfig: { logFormat: "JSON", logGroup: "f" },
            tracingConfig: { mode: "Active" },
        });
        assert.ok(code instanceof pulumi.asset.FileArchive);
        assert.equal(await code.path, "/bundles/f.zip");
    });

    it("keeps its log encrypted for the given days", async () => {
        await create();
        assert.deepEqual(created("aws:cloudwatch/logGroup:LogGroup", "f"), {
            kmsKeyId: "arn:kms:the-log-key",
            retentionInDays: 400,
            tags: { retention: "400-days" },
        });
    });

    it("may send itself messages for as long as it is told, and reads how long that is", async () => {
        await create({ loopHours: 24 });
        assert.deepEqual(created(RECURSION, "f"), { functionName: "f", recursiveLoop: "Allow" });
        const { variables } = created(FUNCTION, "f").environment as { variables: Record<string, string> };
        assert.equal(variables.LOOP_HOURS, "24");
    });

    it("is otherwise stopped by Lambda when it goes in circles", async () => {
        await create();
        assert.deepEqual(namesOf(RECURSION), []);
    });

    for (const loopHours of [0, 337]) {
        it(`says that loopHours must be 1 to 336, got ${loopHours}`, async () => {
            await assert.rejects(create({ loopHours }), { message: `loopHours must be 1 to 336, got ${loopHours}` });
        });
    }

    it("has a role of its own that only Lambda takes on", async () => {
        await create();
        assert.deepEqual(statements("aws:iam/role:Role", "f", "assumeRolePolicy"), [
            { Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" },
        ]);
    });

    it("may do what it was granted, consume its queue, log and trace, nothing else", async () => {
        await create();
        assert.deepEqual(statements(ROLE_POLICY, "f"), [
            { Effect: "Allow", Action: ["s3:PutObject"], Resource: "arn:shelf/*" },
            {
                Effect: "Allow",
                Action: ["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"],
                Resource: "arn:sqs:the-queue",
            },
            { Effect: "Allow", Action: ["kms:Decrypt"], Resource: "arn:kms:the-key" },
            { Effect: "Allow", Action: ["logs:CreateLogStream", "logs:PutLogEvents"], Resource: "arn:cloudwatch:f:*" },
            { Effect: "Allow", Action: ["xray:PutTelemetryRecords", "xray:PutTraceSegments"], Resource: "*" },
        ]);
    });

    it("lets a role that is told so run it, and nothing else", async () => {
        const fn = await create();
        assert.deepEqual(await value(fn.grantInvoke()), [
            { Effect: "Allow", Action: ["lambda:InvokeFunction"], Resource: "arn:lambda:f" },
        ]);
    });

    it("takes messages in batches, hands failed ones back, and limits itself at the queue", async () => {
        await create();
        assert.deepEqual(created(MAPPING, "f-the-queue"), {
            eventSourceArn: "arn:sqs:the-queue",
            functionName: "arn:lambda:f",
            batchSize: 100,
            maximumBatchingWindowInSeconds: 1,
            functionResponseTypes: ["ReportBatchItemFailures"],
            scalingConfig: { maximumConcurrency: 2 },
        });
        assert.equal(created(FUNCTION, "f").reservedConcurrentExecutions, undefined);
    });

    it("runs in the network that it is given, once that has its ways out", async () => {
        await create({ network: theNetwork() });
        assert.deepEqual(created(FUNCTION, "f").vpcConfig, {
            subnetIds: ["net-subnet-1", "net-subnet-2"],
            securityGroupIds: ["net-functions-id"],
        });
        const { dependsOn } = found(FUNCTION, "f");
        for (const wayOut of ["net-s3", "net-dynamodb", "net-kms", "net-sns", "net-sqs", "net-to-endpoints"]) {
            assert.ok(
                dependsOn.some((name) => name.endsWith(` ${wayOut}`)),
                `${wayOut} is not in ${dependsOn.join()}`,
            );
        }
        assert.deepEqual(statements(ROLE_POLICY, "f").at(-1), {
            Effect: "Allow",
            Action: [
                "ec2:AssignPrivateIpAddresses",
                "ec2:CreateNetworkInterface",
                "ec2:DeleteNetworkInterface",
                "ec2:DescribeNetworkInterfaces",
                "ec2:DescribeSubnets",
                "ec2:UnassignPrivateIpAddresses",
            ],
            Resource: "*",
            Condition: { Null: { "lambda:SourceFunctionArn": "true" } },
        });
    });

    it("has its permissions before it exists and before it is connected", async () => {
        await create();
        for (const { dependsOn } of [found(FUNCTION, "f"), found(MAPPING, "f-the-queue")]) {
            assert.ok(
                dependsOn.some((name) => name.endsWith(`${ROLE_POLICY} f`)),
                dependsOn.join(),
            );
        }
    });

    it("tells operations of each run that failed, was refused or hardly ended in time", async () => {
        await create();
        const alarms = namesOf(ALARM).filter((name) => name.startsWith("f-"));
        assert.deepEqual(alarms, ["f-errors", "f-slow", "f-throttles"]);
        for (const [name, metricName, more] of [
            ["f-errors", "Errors", {}],
            ["f-throttles", "Throttles", {}],
            // 95 of 100 parts of its timeout, in milliseconds.
            ["f-slow", "Duration", { statistic: "Maximum", threshold: 28_500 }],
        ] as const) {
            const { alarmDescription, ...rest } = created(ALARM, name);
            assert.deepEqual(rest, {
                namespace: "AWS/Lambda",
                metricName,
                dimensions: { FunctionName: "f" },
                statistic: "Sum",
                comparisonOperator: "GreaterThanOrEqualToThreshold",
                threshold: 1,
                period: 300,
                evaluationPeriods: 1,
                treatMissingData: "notBreaching",
                alarmActions: ["arn:sns:the-topic"],
                okActions: ["arn:sns:the-topic"],
                ...more,
            });
        }
    });

    for (const { args, message } of [
        { args: { timeoutSeconds: 901 }, message: "timeoutSeconds must be 1 to 900, got 901" },
        { args: { timeoutSeconds: 0 }, message: "timeoutSeconds must be 1 to 900, got 0" },
        { args: { maximumConcurrency: 1 }, message: "maximumConcurrency must be 2 to 1000, got 1" },
        { args: { maximumConcurrency: 1001 }, message: "maximumConcurrency must be 2 to 1000, got 1001" },
        { args: { windowSeconds: 0 }, message: "windowSeconds must be 1 or more for a batch of 100, got 0" },
    ]) {
        it(`says that ${message}`, async () => {
            await assert.rejects(create(args), { message });
        });
    }
});
