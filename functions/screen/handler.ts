import { dynamoClient } from "../adapters/dynamo.ts";
import { s3Client } from "../adapters/objects.ts";
import { sqsClient } from "../adapters/queue.ts";
import { surroundingsOf } from "../adapters/surroundings.ts";
import { snsClient } from "../adapters/topic.ts";
import { screening } from "./screening.ts";

export const handler = screening(
    { dynamo: dynamoClient(), s3: s3Client(), sns: snsClient(), sqs: sqsClient() },
    surroundingsOf("screen"),
);
