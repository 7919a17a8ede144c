import { Metrics } from "@aws-lambda-powertools/metrics";
import type { SQSHandler } from "aws-lambda";
import { answer } from "../adapters/answer.ts";
import { DynamoClaimLedger } from "../adapters/claim-ledger.ts";
import { dynamoClient } from "../adapters/dynamo.ts";
import { required } from "../adapters/environment.ts";
import { loggerOf } from "../adapters/logger.ts";
import { S3Writer, s3Client } from "../adapters/objects.ts";
import { PackingSender } from "../adapters/packs/packing-sender.ts";
import { packedQueues, Received } from "../adapters/packs/received.ts";
import { SqsSender, sqsClient } from "../adapters/queue.ts";
import { SnsPublisher, snsClient } from "../adapters/topic.ts";
import { deliveryOf } from "./delivery.ts";
import type { Ports } from "./ports.ts";
import { screen } from "./screen.ts";

const logger = loggerOf("screen");
const metrics = new Metrics({ serviceName: "screen" });
const sqs = sqsClient();
const ports: Ports = {
    ledger: new DynamoClaimLedger(dynamoClient(), required("LEDGER_TABLE")),
    screened: new PackingSender(new SqsSender(sqs, required("SCREENED_QUEUE_URL"))),
    screenedBulk: new PackingSender(new SqsSender(sqs, required("SCREENED_BULK_QUEUE_URL"))),
    quarantine: new S3Writer(s3Client(), required("QUARANTINE_BUCKET")),
    discrepancies: new SnsPublisher(snsClient(), required("DISCREPANCY_TOPIC_ARN")),
};

// Live producers send on another queue, so none of them can pass several transactions off as one message.
const packs = packedQueues([required("BULK_QUEUE_URL")], (url) => new SqsSender(sqs, url));

/** Takes messages of the live and the bulk queue; those it could not process come again. */
export const handler: SQSHandler = async ({ Records }) => {
    const received = new Received(Records, packs);
    const { failures, ...counts } = await screen(received.messages.map(deliveryOf), ports, new Date().toISOString());
    return answer(failures, counts, { logger, metrics }, await received.again(failures));
};
