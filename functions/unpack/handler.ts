import { s3Client } from "../adapters/objects.ts";
import { sqsClient } from "../adapters/queue.ts";
import { surroundingsOf } from "../adapters/surroundings.ts";
import { snsClient } from "../adapters/topic.ts";
import { kmsClient } from "./rows/token-key.ts";
import { unpacking } from "./unpacking.ts";

export const handler = unpacking(
    { kms: kmsClient(), s3: s3Client(), sns: snsClient(), sqs: sqsClient() },
    surroundingsOf("unpack"),
);
