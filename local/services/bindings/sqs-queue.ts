import {
    CreateQueueCommand,
    DeleteQueueCommand,
    GetQueueUrlCommand,
    type QueueAttributeName,
    SetQueueAttributesCommand,
    SQSClient,
} from "@aws-sdk/client-sqs";
import { text } from "./inputs.ts";
import type { Keeping } from "./live-binding.ts";

/** Pulumi's property, SQS's attribute. */
const attributeNames = {
    delaySeconds: "DelaySeconds",
    kmsDataKeyReusePeriodSeconds: "KmsDataKeyReusePeriodSeconds",
    kmsMasterKeyId: "KmsMasterKeyId",
    maxMessageSize: "MaximumMessageSize",
    messageRetentionSeconds: "MessageRetentionPeriod",
    policy: "Policy",
    receiveWaitTimeSeconds: "ReceiveMessageWaitTimeSeconds",
    redriveAllowPolicy: "RedriveAllowPolicy",
    redrivePolicy: "RedrivePolicy",
    sqsManagedSseEnabled: "SqsManagedSseEnabled",
    visibilityTimeoutSeconds: "VisibilityTimeout",
} as const satisfies Record<string, QueueAttributeName>;

export const keeping: Keeping = {
    async put(resource, clients) {
        const sqs = clients.of(SQSClient);
        const name = text(resource, "name");
        const fifo = resource.inputs.fifoQueue === true ? { FifoQueue: "true" } : {};
        const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: name, Attributes: fifo }));
        await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: attributes(resource.inputs) }));
    },
    async remove(resource, clients) {
        const sqs = clients.of(SQSClient);
        const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: text(resource, "name") }));
        await sqs.send(new DeleteQueueCommand({ QueueUrl }));
    },
};

function attributes(inputs: Record<string, unknown>): Record<string, string> {
    const found: Record<string, string> = {};
    for (const [property, attribute] of Object.entries(attributeNames)) {
        const value = inputs[property];
        if (value !== undefined && value !== null && value !== "") {
            found[attribute] = typeof value === "object" ? JSON.stringify(value) : String(value);
        }
    }
    return found;
}
