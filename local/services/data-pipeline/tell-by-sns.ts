import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import { localClients } from "../clients.ts";
import type { PipelinesOptions } from "./pipelines.ts";

/** Publishes an alarm of a pipeline in the local SNS, as the administrator, whatever its role may. */
export function tellBySns(runFile: string): PipelinesOptions["tell"] {
    return async ({ topicArn, subject, message }) => {
        const clients = localClients(runFile);
        try {
            const told = new PublishCommand({ TopicArn: topicArn, Subject: subject, Message: message });
            await clients.of(SNSClient).send(told);
        } finally {
            clients.close();
        }
    };
}
