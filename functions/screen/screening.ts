import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { S3Client } from "@aws-sdk/client-s3";
import type { SNSClient } from "@aws-sdk/client-sns";
import type { SQSClient } from "@aws-sdk/client-sqs";
import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import { answer } from "../adapters/answer.ts";
import { DynamoClaimLedger } from "../adapters/claim-ledger.ts";
import { required as requiredOf } from "../adapters/environment.ts";
import { S3Writer } from "../adapters/objects.ts";
import { PackingSender } from "../adapters/packs/packing-sender.ts";
import { packedQueues, Received } from "../adapters/packs/received.ts";
import { SqsSender } from "../adapters/queue.ts";
import type { Surroundings } from "../adapters/surroundings.ts";
import { SnsPublisher } from "../adapters/topic.ts";
import { deliveryOf } from "./delivery.ts";
import type { Ports } from "./ports.ts";
import { screen } from "./screen.ts";

export interface Clients {
    dynamo: Pick<DynamoDBClient, "send">;
    s3: Pick<S3Client, "send">;
    sns: Pick<SNSClient, "send">;
    sqs: Pick<SQSClient, "send">;
}

/** `screen` on these clients: takes messages of the live and the bulk queue; those it could not process come again. */
export function screening({ dynamo, s3, sns, sqs }: Clients, surroundings: Surroundings) {
    const { environment, now, pause } = surroundings;
    const required = (name: string) => requiredOf(name, environment);
    const queue = (url: string) => new SqsSender(sqs, url, pause);
    const ports: Ports = {
        ledger: new DynamoClaimLedger(dynamo, required("LEDGER_TABLE"), pause),
        screened: new PackingSender(queue(required("SCREENED_QUEUE_URL"))),
        screenedBulk: new PackingSender(queue(required("SCREENED_BULK_QUEUE_URL"))),
        quarantine: new S3Writer(s3, required("QUARANTINE_BUCKET")),
        discrepancies: new SnsPublisher(sns, required("DISCREPANCY_TOPIC_ARN")),
    };
    // Live producers send on another queue, so none of them can pass several transactions off as one message.
    const packs = packedQueues([required("BULK_QUEUE_URL")], queue);

    return async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
        const received = new Received(Records, packs);
        const at = new Date(now()).toISOString();
        const { failures, ...counts } = await screen(received.messages.map(deliveryOf), ports, at);
        return answer(failures, counts, surroundings, await received.again(failures));
    };
}
