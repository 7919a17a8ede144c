import assert from "node:assert/strict";
import { created, recordResources } from "../../support/mocks.ts";
import { orchestrator } from "./support/orchestrator.ts";

const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";

describe("the alarms of a workflow", () => {
    beforeEach(recordResources);

    const alarmOf = (name: string) => {
        const { alarmDescription: _, ...rest } = created(ALARM, name);
        return rest;
    };
    const common = {
        statistic: "Sum",
        threshold: 1,
        alarmActions: ["arn:sns:the-topic"],
        okActions: ["arn:sns:the-topic"],
    };
    const ofMachine = { namespace: "AWS/States", dimensions: { StateMachineArn: "arn:sfn:w" } };

    it("tells operations of runs that failed, lasted too long, or could not be started", async () => {
        await orchestrator();
        for (const [name, metric] of Object.entries({
            "w-failed": { ...ofMachine, metricName: "ExecutionsFailed" },
            "w-timed-out": { ...ofMachine, metricName: "ExecutionsTimedOut" },
            "w-not-started": {
                namespace: "AWS/Scheduler",
                dimensions: { ScheduleGroup: "w" },
                metricName: "InvocationDroppedCount",
            },
        })) {
            assert.deepEqual(alarmOf(name), {
                ...common,
                ...metric,
                comparisonOperator: "GreaterThanOrEqualToThreshold",
                period: 300,
                evaluationPeriods: 1,
                treatMissingData: "notBreaching",
            });
        }
    });

    it("tells operations when no run began for a period, and when none succeeded within two", async () => {
        await orchestrator({ periodMinutes: 90 });
        for (const [name, metricName, evaluationPeriods] of [
            ["w-missing", "ExecutionsStarted", 3],
            ["w-stale", "ExecutionsSucceeded", 4],
        ] as const) {
            assert.deepEqual(alarmOf(name), {
                ...common,
                ...ofMachine,
                metricName,
                comparisonOperator: "LessThanThreshold",
                period: 3600,
                evaluationPeriods,
                treatMissingData: "breaching",
            });
        }
    });

    it("looks back no further than the week that CloudWatch does, with the longest period there is", async () => {
        await orchestrator({ periodMinutes: 4320 });
        const { period, evaluationPeriods } = alarmOf("w-stale") as { period: number; evaluationPeriods: number };
        assert.ok(period * evaluationPeriods <= 7 * 24 * 3600);
    });
});
