import { dynamoClient } from "../adapters/dynamo.ts";
import { sageMakerClient } from "../adapters/endpoint.ts";
import { impatientS3Client, s3Client } from "../adapters/objects.ts";
import { sqsClient } from "../adapters/queue.ts";
import { surroundingsOf } from "../adapters/surroundings.ts";
import { snsClient } from "../adapters/topic.ts";
import { scoring } from "./scoring.ts";

export const handler = scoring(
    {
        dynamo: dynamoClient(),
        s3: s3Client(),
        impatientS3: impatientS3Client(),
        sns: snsClient(),
        sqs: sqsClient(),
        sageMaker: sageMakerClient,
    },
    surroundingsOf("score"),
);
