import assert from "node:assert/strict";
import { WorkQueue } from "../../../infra/ingest/work-queue.ts";
import { theKey, theTopic } from "../../support/infra-parts.ts";
import { allRegistered, created, namesOf, recordResources } from "../../support/mocks.ts";

const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";

async function create(): Promise<void> {
    const alarms = { topic: theTopic(), oldestSeconds: 300, waitingMessages: 1000 };
    new WorkQueue("q", { holds: "letters", key: theKey(), consumerTimeoutSeconds: 30, alarms });
    await allRegistered();
}

describe("the alarms of a WorkQueue", () => {
    beforeEach(recordResources);

    it("tell when work waits too long or piles up, and of every dead letter", async () => {
        await create();
        const alarms = namesOf(ALARM).map((name) => {
            const { alarmDescription, tags, ...rest } = created(ALARM, name);
            return { says: alarmDescription, ...rest };
        });
        const common = {
            namespace: "AWS/SQS",
            comparisonOperator: "GreaterThanOrEqualToThreshold",
            period: 60,
            treatMissingData: "notBreaching",
            alarmActions: ["arn:sns:the-topic"],
            okActions: ["arn:sns:the-topic"],
        };
        assert.deepEqual(alarms, [
            {
                ...common,
                says: "Some of the letters kept failing and were parked; the discrepancies say which and why. Runbook: docs/runbooks/dead-letters-received.md",
                dimensions: { QueueName: "q-dead" },
                metricName: "NumberOfMessagesReceived",
                statistic: "Sum",
                threshold: 1,
                evaluationPeriods: 1,
            },
            {
                ...common,
                says: "Some of the letters kept failing, and for 15 minutes nothing has parked them. Runbook: docs/runbooks/dead-letters-stuck.md",
                dimensions: { QueueName: "q-dead" },
                metricName: "ApproximateNumberOfMessagesVisible",
                statistic: "Maximum",
                threshold: 1,
                evaluationPeriods: 15,
            },
            {
                ...common,
                says: "The oldest of the letters has been waiting for 300 seconds or more. Runbook: docs/runbooks/queue-oldest.md",
                dimensions: { QueueName: "q" },
                metricName: "ApproximateAgeOfOldestMessage",
                statistic: "Maximum",
                threshold: 300,
                evaluationPeriods: 1,
            },
            {
                ...common,
                says: "1000 or more letters have been waiting for five minutes. Runbook: docs/runbooks/queue-backlog.md",
                dimensions: { QueueName: "q" },
                metricName: "ApproximateNumberOfMessagesVisible",
                statistic: "Maximum",
                threshold: 1000,
                evaluationPeriods: 5,
            },
        ]);
    });
});
