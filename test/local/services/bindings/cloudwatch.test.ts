import assert from "node:assert/strict";
import { CloudWatchClient, DescribeAlarmsCommand } from "@aws-sdk/client-cloudwatch";
import {
    CloudWatchLogsClient,
    DescribeLogGroupsCommand,
    FilterLogEventsCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import { invoke } from "../support/calls.ts";
import { create, makeFunction, remove, resource, update } from "../support/resources.ts";
import type { Running } from "../support/running-services.ts";
import { sharedServices } from "../support/shared-services.ts";

describe("live log group and alarm", () => {
    let running: Running;

    before(async () => {
        running = await sharedServices();
    });

    it("keep the lines that a function writes, in the group of its name", async () => {
        const { clients, folder } = running;
        const name = "/aws/lambda/talking";
        const group = await create(
            resource("aws:cloudwatch/logGroup:LogGroup", "talking", { name, retentionInDays: 365 }),
            clients,
        );
        await create(group, clients);
        const source = 'export const handler = async () => { console.log("first"); console.error("second"); };';
        await makeFunction(clients, "talking", { source, folder });
        await invoke(clients, "talking");
        const logs = clients.of(CloudWatchLogsClient);
        const { events = [] } = await logs.send(new FilterLogEventsCommand({ logGroupName: name }));
        const lines = events.map(({ message = "" }) => message);
        assert.deepEqual(lines.slice(1, 3), ["first", "second"]);
        assert.match(lines[3] ?? "", /^END RequestId/);
        const found = async () =>
            (await logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: name }))).logGroups ?? [];
        assert.equal((await found())[0]?.retentionInDays, 365);
        await update(group, { retentionInDays: 30 }, clients);
        assert.equal((await found())[0]?.retentionInDays, 30);
        await remove(group, clients);
        await remove(group, clients);
        assert.deepEqual(await found(), []);
    });

    it("make, change and remove an alarm", async () => {
        const { clients } = running;
        const alarm = resource("aws:cloudwatch/metricAlarm:MetricAlarm", "late", {
            name: "late",
            comparisonOperator: "GreaterThanThreshold",
            evaluationPeriods: 1,
            metricName: "ApproximateAgeOfOldestMessage",
            namespace: "AWS/SQS",
            dimensions: { QueueName: "incoming" },
            period: 60,
            statistic: "Maximum",
            threshold: 300,
            alarmActions: ["arn:aws:sns:eu-west-1:111122223333:operations"],
        });
        await create(alarm, clients);
        await update(alarm, { threshold: 600 }, clients);
        const find = async () =>
            (await clients.of(CloudWatchClient).send(new DescribeAlarmsCommand({ AlarmNames: ["late"] }))).MetricAlarms;
        const [made] = (await find()) ?? [];
        assert.equal(made?.Threshold, 600);
        assert.deepEqual(made?.Dimensions, [{ Name: "QueueName", Value: "incoming" }]);
        assert.deepEqual(made?.AlarmActions, alarm.inputs.alarmActions);
        await remove(alarm, clients);
        await remove(alarm, clients);
        assert.deepEqual(await find(), []);
    });
});
