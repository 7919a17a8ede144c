import assert from "node:assert/strict";
import { watchScoring } from "../../../infra/alerts/scoring-freshness.ts";
import { WorkQueue } from "../../../infra/ingest/work-queue.ts";
import { theKey, theTopic } from "../../support/infra-parts.ts";
import { allRegistered, created, recordResources } from "../../support/mocks.ts";

describe("the freshness of verdicts", () => {
    beforeEach(recordResources);

    it("is an alarm when transactions arrive in each third of the time and none is scored", async () => {
        const topic = theTopic();
        const alarms = { topic, oldestSeconds: 300, waitingMessages: 1000 };
        const screened = new WorkQueue("q", { holds: "letters", key: theKey(), consumerTimeoutSeconds: 30, alarms });
        watchScoring(topic, { screened, minutes: 15, topic });
        await allRegistered();
        const read = { period: 300, stat: "Sum" };
        assert.deepEqual(created("aws:cloudwatch/metricAlarm:MetricAlarm", "scoring-stale"), {
            alarmDescription:
                "For 15 minutes transactions arrived to be scored, and not one was: fraud goes unseen. " +
                "Runbook: docs/runbooks/scoring-stale.md",
            metricQueries: [
                {
                    id: "together",
                    expression: "IF(FILL(arrived, 0) > 0 AND FILL(scored, 0) < 1, 1, 0)",
                    label: "scoring-stale",
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
                    id: "scored",
                    metric: {
                        namespace: "CompliancePlatform",
                        metricName: "scored",
                        dimensions: { service: "score" },
                        ...read,
                    },
                    returnData: false,
                },
            ],
            comparisonOperator: "GreaterThanOrEqualToThreshold",
            threshold: 1,
            evaluationPeriods: 3,
            treatMissingData: "notBreaching",
            alarmActions: ["arn:sns:the-topic"],
            okActions: ["arn:sns:the-topic"],
        });
    });
});
