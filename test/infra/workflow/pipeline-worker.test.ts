import assert from "node:assert/strict";
import { thePlatform } from "../../support/infra-parts.ts";
import { created, namesOf } from "../../support/mocks.ts";

describe("PipelineWorker", () => {
    before(() => thePlatform("prod"));

    it("runs each minute, long enough for a poll of 90 seconds, outside the network", () => {
        const { scheduleExpression, target } = created("aws:scheduler/schedule:Schedule", "work");
        assert.equal(scheduleExpression, "rate(1 minute)");
        assert.deepEqual(target, {
            arn: "arn:lambda:work",
            roleArn: "arn:iam:work-start",
            retryPolicy: { maximumRetryAttempts: 2, maximumEventAgeInSeconds: 60 },
        });
        const { timeout, memorySize, environment, vpcConfig } = created("aws:lambda/function:Function", "work");
        assert.deepEqual([timeout, memorySize, vpcConfig], [180, 256, undefined]);
        const { variables } = environment as { variables: Record<string, string> };
        assert.equal(variables.WORKER_GROUP, "compliance-platform-prod");
        assert.equal(variables.ATTEMPTS_TABLE, "attempts");
    });

    it("hears how each function of a step ended, and leaves further attempts to Data Pipeline", () => {
        const type = "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig";
        assert.deepEqual(namesOf(type), [
            "collect",
            "judge",
            "promote",
            "publish",
            "reconcile",
            "report",
            "request",
            "train",
        ]);
        assert.deepEqual(created(type, "collect"), {
            functionName: "collect",
            maximumRetryAttempts: 0,
            maximumEventAgeInSeconds: 60,
            destinationConfig: {
                onSuccess: { destination: "arn:lambda:work" },
                onFailure: { destination: "arn:lambda:work" },
            },
        });
    });

    it("keeps its attempts encrypted, recoverable, and for eight days", () => {
        const { tags: _, ...table } = created("aws:dynamodb/table:Table", "attempts");
        assert.deepEqual(table, {
            billingMode: "PAY_PER_REQUEST",
            hashKey: "workerGroup",
            rangeKey: "attempt",
            attributes: [
                { name: "workerGroup", type: "S" },
                { name: "attempt", type: "S" },
            ],
            ttl: { enabled: true, attributeName: "expiresAt" },
            serverSideEncryption: { enabled: true, kmsKeyArn: "arn:kms:data" },
            pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 35 },
            deletionProtectionEnabled: true,
        });
    });

    it("is missed after ten minutes without a run", () => {
        const { alarmDescription: _, ...alarm } = created("aws:cloudwatch/metricAlarm:MetricAlarm", "work-silent");
        const { namespace, metricName, period, evaluationPeriods, comparisonOperator, treatMissingData, threshold } =
            alarm;
        assert.deepEqual(
            [namespace, metricName, period, evaluationPeriods, comparisonOperator, treatMissingData, threshold],
            ["AWS/Lambda", "Invocations", 300, 2, "LessThanThreshold", "breaching", 1],
        );
    });
});
