import type { S3Client } from "@aws-sdk/client-s3";
import type { SNSClient } from "@aws-sdk/client-sns";
import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import { answer } from "../adapters/answer.ts";
import { required } from "../adapters/environment.ts";
import { S3Writer } from "../adapters/objects.ts";
import type { Surroundings } from "../adapters/surroundings.ts";
import { SnsPublisher } from "../adapters/topic.ts";
import { type Ports, park } from "./park.ts";

export interface Clients {
    s3: Pick<S3Client, "send">;
    sns: Pick<SNSClient, "send">;
}

/** `park` on these clients: takes messages of every dead-letter queue; those it could not park come again. */
export function parking({ s3, sns }: Clients, surroundings: Surroundings) {
    const { environment, now } = surroundings;
    const ports: Ports = {
        parked: new S3Writer(s3, required("PARKED_BUCKET", environment)),
        discrepancies: new SnsPublisher(sns, required("DISCREPANCY_TOPIC_ARN", environment)),
    };
    return async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
        const { failures, ...counts } = await park(Records, ports, new Date(now()).toISOString());
        return answer(failures, counts, surroundings);
    };
}
