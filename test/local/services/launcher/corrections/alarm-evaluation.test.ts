import assert from "node:assert/strict";
import {
    CloudWatchClient,
    DescribeAlarmsCommand,
    PutMetricDataCommand,
    SetAlarmStateCommand,
} from "@aws-sdk/client-cloudwatch";
import { receiveAll } from "../../support/calls.ts";
import { itNeeds } from "../../support/correction.ts";
import { create, makeQueue, queueArn, resource } from "../../support/resources.ts";
import { accountId, type Running, region } from "../../support/running-services.ts";

const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
const terms = { comparisonOperator: "GreaterThanOrEqualToThreshold", threshold: 1, evaluationPeriods: 3 };

async function found(clients: Running["clients"], name: string) {
    const { MetricAlarms = [] } = await clients
        .of(CloudWatchClient)
        .send(new DescribeAlarmsCommand({ AlarmNames: [name] }));
    return MetricAlarms[0];
}

describe("correction alarm-evaluation", () => {
    itNeeds("alarm-evaluation", {
        behaviour: "leaves an alarm as it is when another dimension of its metric reports something",
        async observe({ clients }) {
            const watched = { namespace: "Ours", metricName: "late", dimensions: { of: "this" } };
            const inputs = { name: "of-this", ...terms, ...watched, statistic: "Sum", period: 60 };
            await create(resource(ALARM, "of-this", inputs), clients);
            const Dimensions = [{ Name: "of", Value: "that" }];
            const MetricData = [{ MetricName: "late", Dimensions, Value: 9 }];
            await clients.of(CloudWatchClient).send(new PutMetricDataCommand({ Namespace: "Ours", MetricData }));
            return (await found(clients, "of-this"))?.StateValue;
        },
        expect: (state) => assert.equal(state, "INSUFFICIENT_DATA"),
    });

    itNeeds("alarm-evaluation", {
        behaviour: "keeps the metric math of an alarm",
        async observe({ clients }) {
            const metric = { namespace: "Ours", metricName: "some", period: 60, stat: "Sum" };
            const metricQueries = [
                { id: "all", expression: "SUM(METRICS())", returnData: true },
                { id: "some", metric, returnData: false },
            ];
            await create(resource(ALARM, "summed", { name: "summed", ...terms, metricQueries }), clients);
            const alarm = await found(clients, "summed");
            return [alarm?.MetricName, alarm?.Metrics?.map(({ Expression }) => Expression)];
        },
        expect: (seen) => assert.deepEqual(seen, [undefined, ["SUM(METRICS())", undefined]]),
    });

    itNeeds("alarm-evaluation", {
        behaviour: "tells only topics whose policy lets CloudWatch publish for this account",
        async observe({ clients }) {
            const lets = (Service: string, account: string) => ({
                Effect: "Allow",
                Principal: { Service },
                Action: "sns:Publish",
                Condition: { StringEquals: { "aws:SourceAccount": account } },
            });
            const topics = {
                open: lets("cloudwatch.amazonaws.com", accountId),
                foreign: lets("cloudwatch.amazonaws.com", "999999999999"),
                others: lets("s3.amazonaws.com", accountId),
            };
            const Principal = { Service: "sns.amazonaws.com" };
            const all = { Effect: "Allow", Principal, Action: "sqs:SendMessage", Resource: queueArn("woken") };
            await makeQueue(clients, "woken", { policy: JSON.stringify({ Version: "2012-10-17", Statement: [all] }) });
            const arnOf = (name: string) => `arn:aws:sns:${region}:${accountId}:alarm-${name}`;
            for (const [name, statement] of Object.entries(topics)) {
                const arn = arnOf(name);
                const policy = JSON.stringify({ Version: "2012-10-17", Statement: [{ ...statement, Resource: arn }] });
                await create(resource("aws:sns/topic:Topic", name, { name: `alarm-${name}` }, arn), clients);
                await create(resource("aws:sns/topicPolicy:TopicPolicy", name, { arn, policy }), clients);
                const subscription = { topic: arn, protocol: "sqs", endpoint: queueArn("woken") };
                await create(resource("aws:sns/topicSubscription:TopicSubscription", name, subscription), clients);
            }
            const alarmActions = Object.keys(topics).map(arnOf);
            const inputs = {
                name: "loud",
                ...terms,
                namespace: "Ours",
                metricName: "loud",
                statistic: "Sum",
                alarmActions,
            };
            await create(resource(ALARM, "loud", inputs), clients);
            const raised = { AlarmName: "loud", StateValue: "ALARM", StateReason: "drill" } as const;
            await clients.of(CloudWatchClient).send(new SetAlarmStateCommand(raised));
            return (await receiveAll(clients, "woken", 1)).map(({ Body = "{}" }) => JSON.parse(Body).TopicArn);
        },
        expect: (topics) => assert.deepEqual(topics, [`arn:aws:sns:${region}:${accountId}:alarm-open`]),
    });
});
