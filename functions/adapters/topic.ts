import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import { CLOUD_BYTES } from "../../contract/limits.ts";
import { withoutCardNumbers } from "./card-guard.ts";
import { clientOptions } from "./client-options.ts";

/** Publishes to one topic, without card numbers: people must be told even of what should not have come so far. */
export interface TopicPublisher {
    publish(subject: string, message: object): Promise<void>;
}

export function snsClient(): SNSClient {
    return new SNSClient(clientOptions);
}

/** What SNS allows in a subject: printable ASCII, and fewer than a hundred of it. */
const SUBJECT_LENGTH = CLOUD_BYTES.topicSubject - 1;

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
                Subject: withoutCardNumbers(subject)
                    .replace(/[^ -~]/g, "?")
                    .slice(0, SUBJECT_LENGTH),
                Message: withoutCardNumbers(JSON.stringify(message)),
            }),
        );
    }
}
