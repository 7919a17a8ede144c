import assert from "node:assert/strict";
import { watchLoads } from "../../../infra/alerts/load-alarms.ts";
import { WorkQueue } from "../../../infra/ingest/work-queue.ts";
import { theKey, theTopic } from "../../support/infra-parts.ts";
import { allRegistered, created, recordResources } from "../../support/mocks.ts";

const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";

describe("the alarms of loads", () => {
    before(async () => {
        recordResources();
        const topic = theTopic();
        const alarms = { topic, oldestSeconds: 300, waitingMessages: 1000 };
        const records = new WorkQueue("q", { holds: "letters", key: theKey(), consumerTimeoutSeconds: 30, alarms });
        watchLoads(topic, { records, minutes: 30, topic });
        await allRegistered();
    });

    it("tell of each load that the warehouse refused", () => {
        assert.deepEqual(created(ALARM, "load-failed"), {
            alarmDescription:
                "The warehouse refused a load; what is faulty is left out and becomes a dead letter. " +
                "Runbook: docs/runbooks/load-failed.md",
            namespace: "CompliancePlatform",
            metricName: "loadsFailed",
            dimensions: { service: "load" },
            statistic: "Sum",
            period: 300,
            comparisonOperator: "GreaterThanOrEqualToThreshold",
            threshold: 1,
            evaluationPeriods: 1,
            treatMissingData: "notBreaching",
            alarmActions: ["arn:sns:the-topic"],
            okActions: ["arn:sns:the-topic"],
        });
    });

    it("tell when records arrive in each third of the time and none is loaded", () => {
        const { metricQueries, evaluationPeriods, alarmDescription } = created(ALARM, "warehouse-stale");
        const read = { period: 600, stat: "Sum" };
        assert.deepEqual(metricQueries, [
            {
                id: "together",
                expression: "IF(FILL(arrived, 0) > 0 AND FILL(loaded, 0) < 1, 1, 0)",
                label: "warehouse-stale",
                returnData: true,
            },
            {
                id: "arrived",
                metric: {
                    namespace: "AWS/SQS",
                    metricName: "NumberOfMessagesSent",
                    dimensions: { QueueName: "q" },
                    ...read,
                },
                returnData: false,
            },
            {
                id: "loaded",
                metric: {
                    namespace: "CompliancePlatform",
                    metricName: "objectsLoaded",
                    dimensions: { service: "load" },
                    ...read,
                },
                returnData: false,
            },
        ]);
        assert.equal(evaluationPeriods, 3);
        assert.match(String(alarmDescription), /^For 30 minutes .* Runbook: docs\/runbooks\/warehouse-stale\.md$/);
    });
});
