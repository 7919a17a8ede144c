import type { Logger } from "@aws-lambda-powertools/logger";
import type { S3Client } from "@aws-sdk/client-s3";
import type { SNSClient } from "@aws-sdk/client-sns";
import type { SQSClient } from "@aws-sdk/client-sqs";
import { loggerOf } from "../../../../functions/adapters/logger.ts";
import { type ObjectWriter, S3Writer } from "../../../../functions/adapters/objects.ts";
import { type QueueSender, SqsSender } from "../../../../functions/adapters/queue.ts";
import { SnsPublisher, type TopicPublisher } from "../../../../functions/adapters/topic.ts";

/** The adapters that send something out, as they are, and what they gave to the clouds. */
export class Exits {
    readonly left: object[] = [];
    private readonly client = {
        send: async ({ input }: { input: object }) => {
            this.left.push(input);
            return {};
        },
    };

    queue(): QueueSender {
        return new SqsSender(this.client as unknown as SQSClient, "https://queue", async () => {});
    }

    objects(): ObjectWriter {
        return new S3Writer(this.client as unknown as S3Client, "bucket");
    }

    topic(): TopicPublisher {
        return new SnsPublisher(this.client as unknown as SNSClient, "arn:topic");
    }

    logger(): Logger {
        const logger = loggerOf("planted");
        const console = { info: (line: string) => this.logged(line), error: (line: string) => this.logged(line) };
        return Object.assign(logger, { console });
    }

    private logged(line: string): void {
        this.left.push({ line });
    }

    /** The messages that were sent to queues, as their consumers receive them. */
    messages(): { body: string; origin: string }[] {
        return this.left.flatMap((input) => {
            const { Entries = [] } = input as { Entries?: Entry[] };
            return Entries.map(({ MessageBody, MessageAttributes }) => ({
                body: MessageBody,
                origin: MessageAttributes.origin?.StringValue ?? "",
            }));
        });
    }
}

interface Entry {
    MessageBody: string;
    MessageAttributes: Record<string, { StringValue: string }>;
}
