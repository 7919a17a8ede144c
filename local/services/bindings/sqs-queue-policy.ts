import { SetQueueAttributesCommand, SQSClient } from "@aws-sdk/client-sqs";
import { text } from "./inputs.ts";
import type { Keeping } from "./live-binding.ts";

export const keeping: Keeping = {
    async put(resource, clients) {
        const Attributes = { Policy: text(resource, "policy") };
        await clients
            .of(SQSClient)
            .send(new SetQueueAttributesCommand({ QueueUrl: text(resource, "queueUrl"), Attributes }));
    },
    async remove(resource, clients) {
        const Attributes = { Policy: "" };
        await clients
            .of(SQSClient)
            .send(new SetQueueAttributesCommand({ QueueUrl: text(resource, "queueUrl"), Attributes }));
    },
};
