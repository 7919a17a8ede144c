import { adds, refuses } from "../../support/type-tests.ts";

const HERE = "eu-west-1:111122223333";
const QUEUE_ARN = "arn:aws:sqs:eu-west-1:111122223333:bulk";

describe("the table of cloudwatch", () => {
    adds([
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
    ]);

    refuses([
        {
            type: "aws:cloudwatch/metricAlarm:MetricAlarm",
            good: {
                comparisonOperator: "GreaterThanThreshold",
                evaluationPeriods: 5,
                metricName: "Errors",
                namespace: "AWS/Lambda",
                dimensions: { FunctionName: "score" },
                period: 60,
                statistic: "Sum",
                threshold: 0,
            },
            bad: [
                [{ comparisonOperator: "More" }, "comparisonOperator must be one of"],
                [{ period: 45 }, "period must be 10, 20, 30 or a multiple of 60 seconds, got 45"],
                [{ statistic: "Median" }, "statistic must"],
                [{ extendedStatistic: "p99" }, "metricName cannot have both"],
                [{ treatMissingData: "ok" }, "treatMissingData must"],
                [{ datapointsToAlarm: 6 }, "datapointsToAlarm must not exceed evaluationPeriods"],
                [{ period: 3600, evaluationPeriods: 200 }, "evaluationPeriods times period must not exceed 604800"],
                [
                    { alarmActions: Array.from({ length: 6 }, () => QUEUE_ARN) },
                    "alarmActions must have at most 5 items",
                ],
                [{ alarmActions: ["topic"] }, "alarmActions[0] must be the ARN of a topic"],
                [{ metricQueries: [] }, "metricName conflicts with metricQueries"],
            ],
        },
        {
            type: "aws:cloudwatch/logGroup:LogGroup",
            good: { retentionInDays: 365 },
            bad: [
                [{ retentionInDays: 42 }, "retentionInDays must be one of"],
                [{ kmsKeyId: "alias/logs" }, "kmsKeyId must be the ARN of a key"],
            ],
        },
    ]);
});
