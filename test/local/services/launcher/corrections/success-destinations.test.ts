import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { GetQueueAttributesCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { Clients } from "../../../../../local/services/clients.ts";
import { receiveAll } from "../../support/calls.ts";
import { itNeeds } from "../../support/correction.ts";
import { create, makeFunction, makeQueue, queueArn, queueUrl, resource } from "../../support/resources.ts";
import { accountId, region } from "../../support/running-services.ts";

const arnOf = (name: string) => `arn:aws:lambda:${region}:${accountId}:function:${name}`;

/** Fails when it is told to. */
const worker = `
export const handler = async (event) => {
    if (event.fails) throw new Error("told to");
    return { wanted: true };
};`;
const listener = `
import { SQSClient, SendMessageCommand } from "@aws-sdk/client-sqs";
const sqs = new SQSClient({ useQueueUrlAsEndpoint: false });
export const handler = (event) =>
    sqs.send(new SendMessageCommand({ QueueUrl: process.env.HEARD_URL, MessageBody: JSON.stringify(event) }));`;

async function call(clients: Clients, FunctionName: string, event: object): Promise<void> {
    const Payload = JSON.stringify(event);
    await clients.of(LambdaClient).send(new InvokeCommand({ FunctionName, InvocationType: "Event", Payload }));
}

/** Whether anything came into the queue in a moment; for what never comes. */
async function anything(clients: Clients, queue: string): Promise<boolean> {
    const asked = new GetQueueAttributesCommand({ QueueUrl: queueUrl(queue), AttributeNames: ["All"] });
    for (let looked = 0; looked < 100; looked++) {
        const { Attributes } = await clients.of(SQSClient).send(asked);
        if (Attributes?.ApproximateNumberOfMessages !== "0") return true;
        await pause(20);
    }
    return false;
}

describe("correction success-destinations", () => {
    itNeeds("success-destinations", {
        behaviour: "tells a destination how a run that an event asked for ended, where the role may call it",
        async observe({ clients, folder }) {
            await makeQueue(clients, "heard");
            const heard = [{ Effect: "Allow", Action: "sqs:SendMessage", Resource: queueArn("heard") }];
            const environment = { HEARD_URL: queueUrl("heard") };
            await makeFunction(clients, "hearing", { source: listener, statements: heard, environment, folder });
            const may = [{ Effect: "Allow", Action: "lambda:InvokeFunction", Resource: arnOf("hearing") }];
            await makeFunction(clients, "working", { source: worker, statements: may, folder });
            const destination = { destination: arnOf("hearing") };
            const destinationConfig = { onSuccess: destination, onFailure: destination };
            const inputs = { functionName: "working", maximumRetryAttempts: 0, destinationConfig };
            const type = "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig";
            await create(resource(type, "working", inputs), clients);
            await call(clients, "working", { run: "well" });
            if (!(await anything(clients, "heard"))) return [];
            await call(clients, "working", { run: "badly", fails: true });
            const told = (await receiveAll(clients, "heard", 2)).map(({ Body = "{}" }) => JSON.parse(Body));
            await makeFunction(clients, "powerless", { source: worker, folder });
            await create(resource(type, "powerless", { ...inputs, functionName: "powerless" }), clients);
            await call(clients, "powerless", { run: "unheard" });
            const unheard = await anything(clients, "heard");
            const seen = told.map(({ requestContext, requestPayload, responsePayload }) => [
                requestPayload.run,
                requestContext.condition,
                responsePayload.wanted ?? responsePayload.errorMessage,
            ]);
            return [...seen.sort(), unheard];
        },
        expect: (seen) =>
            assert.deepEqual(seen, [["badly", "RetriesExhausted", "told to"], ["well", "Success", true], false]),
    });
});
