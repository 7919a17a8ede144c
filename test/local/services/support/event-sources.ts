import type { Clients } from "../../../../local/services/clients.ts";
import { create, makeFunction, makeQueue, queueArn, queueUrl, resource } from "./resources.ts";

/** A function that tells the queue `<name>-seen` what each of its invocations got. */
const recorder = `
import { SQSClient, SendMessageCommand } from "@aws-sdk/client-sqs";
const sqs = new SQSClient({ useQueueUrlAsEndpoint: false });
export const handler = async (event) => {
    const MessageBody = JSON.stringify({ size: event.Records.length, records: event.Records.slice(0, 2) });
    await sqs.send(new SendMessageCommand({ QueueUrl: process.env.SEEN_URL, MessageBody }));
    return { batchItemFailures: [] };
};`;

/** The recorder, behind a queue of the same name. */
export async function makeRecorder(clients: Clients, name: string, folder: string): Promise<void> {
    await makeQueue(clients, name, { visibilityTimeoutSeconds: 60 });
    await makeQueue(clients, `${name}-seen`);
    await makeFunction(clients, name, {
        source: recorder,
        environment: { SEEN_URL: queueUrl(`${name}-seen`) },
        statements: [{ Effect: "Allow", Action: "sqs:SendMessage", Resource: queueArn(`${name}-seen`) }, consume(name)],
        folder,
    });
}

/** Lets the queue of the same name feed a function. */
export async function map(clients: Clients, name: string, inputs: Record<string, unknown>): Promise<void> {
    await create(
        resource("aws:lambda/eventSourceMapping:EventSourceMapping", name, {
            functionName: name,
            eventSourceArn: queueArn(name),
            functionResponseTypes: ["ReportBatchItemFailures"],
            ...inputs,
        }),
        clients,
    );
}

/** What a role needs to be fed by a queue. */
export function consume(queue: string): object {
    const Action = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"];
    return { Effect: "Allow", Action, Resource: queueArn(queue) };
}
