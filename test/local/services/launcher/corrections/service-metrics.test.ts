import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { CloudWatchClient, GetMetricDataCommand } from "@aws-sdk/client-cloudwatch";
import { CloudWatchLogsClient, FilterLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";
import { InvokeCommand, LambdaClient, PutFunctionEventInvokeConfigCommand } from "@aws-sdk/client-lambda";
import { invoke, receiveAll, sendAll } from "../../support/calls.ts";
import { itNeeds } from "../../support/correction.ts";
import { makeMachine, runMachine } from "../../support/machines.ts";
import { makeFunction, makeQueue } from "../../support/resources.ts";
import type { Running } from "../../support/running-services.ts";

const WORD = {
    _aws: {
        Timestamp: 0,
        CloudWatchMetrics: [
            {
                Namespace: "Ours",
                Dimensions: [["service"]],
                Metrics: [{ Name: "told", Unit: "Count" }, { Name: "largest" }],
            },
        ],
    },
    service: "speaking",
    told: [2, 3],
    largest: 0.25,
};

const NOTHING = { Effect: "Deny", Action: "*", Resource: "*" };

/** The sums of what these metrics ever said, of an hour around now. */
async function sums(
    clients: Running["clients"],
    wanted: readonly (readonly [string, string, string, string, string?])[],
) {
    const MetricDataQueries = wanted.map(([Namespace, MetricName, Name, Value, Stat = "Sum"], index) => ({
        Id: `m${index}`,
        MetricStat: { Metric: { Namespace, MetricName, Dimensions: [{ Name, Value }] }, Period: 86_400, Stat },
    }));
    const [StartTime, EndTime] = [-1, 1].map((days) => new Date(Date.now() + days * 86_400_000));
    const { MetricDataResults = [] } = await clients
        .of(CloudWatchClient)
        .send(new GetMetricDataCommand({ MetricDataQueries, StartTime, EndTime }));
    // Around midnight they lie in two days.
    return MetricDataResults.map(({ Values = [] }) => Values.reduce((sum, value) => sum + value, 0));
}

async function logLines(clients: Running["clients"], logGroupName: string): Promise<number> {
    const asked = new FilterLogEventsCommand({ logGroupName });
    const { events = [] } = await clients
        .of(CloudWatchLogsClient)
        .send(asked)
        .catch(() => ({ events: [] }));
    return events.length;
}

describe("correction service-metrics", () => {
    itNeeds("service-metrics", {
        behaviour: "reports what a queue took in, holds and handed out",
        async observe({ clients }) {
            await makeQueue(clients, "measured");
            await sendAll(clients, "measured", ["one", "two", "three"]);
            const of = (metric: string, statistic: string) =>
                ["AWS/SQS", metric, "QueueName", "measured", statistic] as const;
            const held = [of("NumberOfMessagesSent", "Sum"), of("ApproximateNumberOfMessagesVisible", "Maximum")];
            const [sent, visible] = await sums(clients, held);
            await receiveAll(clients, "measured", 3);
            const [received] = await sums(clients, [of("NumberOfMessagesReceived", "Sum")]);
            const [aged] = await sums(clients, [of("ApproximateAgeOfOldestMessage", "Maximum")]);
            return { sent, visible, received, aged: aged !== undefined && aged > 0 };
        },
        expect: (seen) => assert.deepEqual(seen, { sent: 3, visible: 3, received: 3, aged: true }),
    });

    itNeeds("service-metrics", {
        behaviour: "reports what a function embeds in its log, and takes no other line for it",
        async observe({ clients, folder }) {
            const lines = [
                JSON.stringify(WORD),
                '{"_aws": 1}',
                '{"_aws"',
                JSON.stringify({ ...WORD, told: undefined }),
            ];
            const source = `export const handler = async () => { for (const line of ${JSON.stringify(lines)}) console.log(line); };`;
            await makeFunction(clients, "speaking", { source, folder });
            await invoke(clients, "speaking");
            return sums(clients, [
                ["Ours", "told", "service", "speaking"],
                ["Ours", "largest", "service", "speaking", "Maximum"],
                ["AWS/Lambda", "Invocations", "FunctionName", "speaking"],
            ]);
        },
        expect: (seen) => assert.deepEqual(seen, [5, 0.25, 1]),
    });

    itNeeds("service-metrics", {
        behaviour: "reports the errors of a function that an event asked for",
        async observe({ clients, folder }) {
            const source = 'export const handler = async () => { throw new Error("not today"); };';
            await makeFunction(clients, "stumbling", { source, folder });
            const FunctionName = "stumbling";
            await clients
                .of(LambdaClient)
                .send(new PutFunctionEventInvokeConfigCommand({ FunctionName, MaximumRetryAttempts: 0 }));
            await clients.of(LambdaClient).send(new InvokeCommand({ FunctionName, InvocationType: "Event" }));
            while ((await logLines(clients, "/aws/lambda/stumbling")) === 0) await pause(20);
            return sums(clients, [["AWS/Lambda", "Errors", "FunctionName", "stumbling"]]);
        },
        expect: (seen) => assert.deepEqual(seen, [1]),
    });

    itNeeds("service-metrics", {
        behaviour: "reports runs of a state machine, and how they ended",
        async observe(running) {
            const definition = { StartAt: "a", States: { a: { Type: "Fail", Error: "Refused", Cause: "always" } } };
            const machine = await makeMachine(running, "failing", JSON.stringify(definition), [NOTHING]);
            await runMachine(running, machine);
            const of = (metric: string) => ["AWS/States", metric, "StateMachineArn", machine] as const;
            return sums(running.clients, [of("ExecutionsStarted"), of("ExecutionsFailed"), of("ExecutionsSucceeded")]);
        },
        expect: (seen) => assert.deepEqual(seen, [1, 1, 0]),
    });
});
