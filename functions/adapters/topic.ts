import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import { clientOptions } from "./client-options.ts";

/** Publishes to one topic. */
export interface TopicPublisher {
    publish(subject: string, message: object): Promise<void>;
}

export function snsClient(): SNSClient {
    return new SNSClient(clientOptions);
}

/** What SNS allows in a subject. */
const SUBJECT_LENGTH = 99;

export class SnsPublisher implements TopicPublisher {
    readonly #client: Pick<SNSClient, "send">;
    readonly #topicArn: string;

    constructor(client: Pick<SNSClient, "send">, topicArn: string) {
        this.#client = client;
        this.#topicArn = topicArn;
    }

    async publish(subject: string, message: object): Promise<void> {
        await this.#client.send(
            new PublishCommand({
                TopicArn: this.#topicArn,
                Subject: subject.slice(0, SUBJECT_LENGTH),
                Message: JSON.stringify(message),
            }),
        );
    }
}
