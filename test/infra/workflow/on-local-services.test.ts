import assert from "node:assert/strict";
import { batchWorkflows } from "../../../infra/workflow/batch-workflows.ts";
import { stateMachineDefinition } from "../../../infra/workflow/state-machine-definition.ts";
import type { Workflow } from "../../../infra/workflow/workflow.ts";
import { receiveAll } from "../../local/services/support/calls.ts";
import { makeMachine, runMachine } from "../../local/services/support/machines.ts";
import {
    create,
    makeFunction,
    makeQueue,
    queueArn,
    queueUrl,
    resource,
} from "../../local/services/support/resources.ts";
import { accountId, type Running, region } from "../../local/services/support/running-services.ts";
import { sharedServices } from "../../local/services/support/shared-services.ts";
import { offered, step, workflow } from "./support/workflows.ts";

/** Tells a queue what it was called with, and fails if its name says so. */
const source = `
import { SQSClient, SendMessageCommand } from "@aws-sdk/client-sqs";
const sqs = new SQSClient({ useQueueUrlAsEndpoint: false });
export const handler = async (event) => {
    await sqs.send(new SendMessageCommand({ QueueUrl: process.env.SEEN_URL, MessageBody: JSON.stringify(event) }));
    if (process.env.FAILS) throw new Error("the partner does not answer");
    return {};
};`;

const TOPIC = `arn:aws:sns:${region}:${accountId}:workflow-operations`;
const lambdaArn = (name: string) => `arn:aws:lambda:${region}:${accountId}:function:${name}`;

describe("a compiled workflow on the local services", () => {
    let running: Running;

    before(async () => {
        running = await sharedServices();
        const { clients, folder } = running;
        await makeQueue(clients, "workflow-seen");
        await makeQueue(clients, "workflow-told", {
            policy: JSON.stringify({
                Version: "2012-10-17",
                Statement: [
                    {
                        Effect: "Allow",
                        Principal: { Service: "sns.amazonaws.com" },
                        Action: "sqs:SendMessage",
                        Resource: queueArn("workflow-told"),
                    },
                ],
            }),
        });
        await create(resource("aws:sns/topic:Topic", "workflow-operations", { name: "workflow-operations" }), clients);
        const subscription = { topic: TOPIC, protocol: "sqs", endpoint: queueArn("workflow-told") };
        await create(resource("aws:sns/topicSubscription:TopicSubscription", "told", subscription), clients);
        const statements = [{ Effect: "Allow", Action: "sqs:SendMessage", Resource: queueArn("workflow-seen") }];
        const environment = { SEEN_URL: queueUrl("workflow-seen") };
        await makeFunction(clients, "workflow-sound", { source, environment, statements, folder });
        const failing = { ...environment, FAILS: "yes" };
        await makeFunction(clients, "workflow-failing", { source, environment: failing, statements, folder });
    });

    const place = {
        topicArn: TOPIC,
        functionArns: { collect: lambdaArn("workflow-failing"), report: lambdaArn("workflow-sound") },
        sparkJobs: {},
        trainings: {},
    };
    const calls = { Effect: "Allow", Action: "lambda:InvokeFunction", Resource: Object.values(place.functionArns) };
    const tells = { Effect: "Allow", Action: "sns:Publish", Resource: TOPIC };

    async function run(name: string, any: Workflow, statements: object[]) {
        const definition = JSON.stringify(stateMachineDefinition(any, place));
        // A wait of minutes is one of a second here.
        const impatient = definition.replace(/"IntervalSeconds":\d+/g, '"IntervalSeconds":1');
        return runMachine(running, await makeMachine(running, name, impatient, statements));
    }

    async function seen(count: number) {
        const messages = await receiveAll(running.clients, "workflow-seen", count);
        return messages.map(({ Body }) => JSON.parse(String(Body)) as { step: string; run: string });
    }

    it("tries a failing step again, tells of it by SNS, skips what depends on it, and goes on with the rest", async () => {
        const tracks = [
            { name: "intake", steps: [step({ retries: 1 }), step({ name: "after", runs: { function: "report" } })] },
            { name: "reports", steps: [step({ name: "report", runs: { function: "report" } })] },
        ];
        const { status, error, name } = await run("workflow-nightly", workflow({ tracks }), [calls, tells]);
        assert.deepEqual([status, error], ["FAILED", "StepFailed"]);
        const heard = await seen(3);
        assert.deepEqual(heard.map(({ step: one }) => one).sort(), ["fetch", "fetch", "report"]);
        assert.deepEqual([...new Set(heard.map(({ run: of }) => of))], [name]);
        const [told, ...more] = await receiveAll(running.clients, "workflow-told", 1);
        const { Subject, Message } = JSON.parse(String(told?.Body));
        assert.equal(Subject, "Workflow nightly: fetch failed");
        assert.equal(Message, "fetch (Fetches what is new) failed in all 2 attempts. Not run this time: after.");
        assert.deepEqual(more, []);
    });

    it("succeeds when each step does", async () => {
        const [intake] = batchWorkflows({ periodMinutes: 60, insightPeriodMinutes: 1440 }, offered);
        assert.ok(intake);
        const sound = JSON.parse(JSON.stringify(intake).replaceAll('"function":"collect"', '"function":"report"'));
        const { status } = await run("workflow-intake", sound, [calls, tells]);
        assert.equal(status, "SUCCEEDED");
        assert.deepEqual(
            (await seen(1)).map(({ step: one }) => one),
            ["collect"],
        );
        assert.deepEqual(await receiveAll(running.clients, "workflow-told", 0), []);
    });

    it("fails without running a step that its role may not run, and tells of that", async () => {
        const { status, error } = await run("workflow-powerless", workflow(), [tells]);
        assert.deepEqual([status, error], ["FAILED", "StepFailed"]);
        assert.deepEqual(await seen(0), []);
        assert.equal((await receiveAll(running.clients, "workflow-told", 1)).length, 1);
    });
});
