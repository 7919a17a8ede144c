import { Metrics } from "@aws-lambda-powertools/metrics";
import type { SQSHandler } from "aws-lambda";
import { answer } from "../adapters/answer.ts";
import { required } from "../adapters/environment.ts";
import { loggerOf } from "../adapters/logger.ts";
import { S3Writer, s3Client } from "../adapters/objects.ts";
import { SnsPublisher, snsClient } from "../adapters/topic.ts";
import { type Ports, park } from "./park.ts";

const logger = loggerOf("park");
const metrics = new Metrics({ serviceName: "park" });
const ports: Ports = {
    parked: new S3Writer(s3Client(), required("PARKED_BUCKET")),
    discrepancies: new SnsPublisher(snsClient(), required("DISCREPANCY_TOPIC_ARN")),
};

/** Takes messages of every dead-letter queue; those it could not park come again. */
export const handler: SQSHandler = async ({ Records }) => {
    const { failures, ...counts } = await park(Records, ports, new Date().toISOString());
    return answer(failures, counts, { logger, metrics });
};
