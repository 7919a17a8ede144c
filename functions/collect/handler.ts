import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import { STSClient } from "@aws-sdk/client-sts";
import type { Context } from "aws-lambda";
import { clientOptions } from "../adapters/client-options.ts";
import { dynamoClient } from "../adapters/dynamo.ts";
import { required } from "../adapters/environment.ts";
import { loggerOf } from "../adapters/logger.ts";
import { SnsPublisher, snsClient } from "../adapters/topic.ts";
import { collect, type Outcome } from "./collect.ts";
import { DynamoCollected } from "./dynamo-collected.ts";
import { DynamoWatermarks } from "./dynamo-watermarks.ts";
import { HttpsSourceReader } from "./https-source.ts";
import type { Ports } from "./ports.ts";
import { S3Landing, transferClient } from "./s3-landing.ts";
import { partnerClient, S3SourceReader } from "./s3-source.ts";
import { sourcesOf } from "./source.ts";

const sources = sourcesOf(required("SOURCES"));
const logger = loggerOf("collect");
const metrics = new Metrics({ serviceName: "collect" });
const sts = new STSClient(clientOptions);
const dynamo = dynamoClient();
const table = required("WATERMARKS_TABLE");
const world: Omit<Ports, "remainingMs"> = {
    readerOf: (source) =>
        source.kind === "s3" ? new S3SourceReader(partnerClient(sts, source), source) : new HttpsSourceReader(source),
    watermarks: new DynamoWatermarks(dynamo, table),
    collected: new DynamoCollected(dynamo, table),
    landing: new S3Landing(transferClient(), required("LANDING_BUCKET")),
    discrepancies: new SnsPublisher(snsClient(), required("DISCREPANCY_TOPIC_ARN")),
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/** Run by the workflow, which tries again when it fails as a whole. */
export async function handler(_event: unknown, context: Context): Promise<Outcome[]> {
    const outcomes = await collect(sources, { ...world, remainingMs: () => context.getRemainingTimeInMillis() });
    for (const outcome of outcomes) {
        logger[outcome.fault === undefined ? "info" : "warn"]("source collected", { ...outcome });
        metrics.addMetric("FilesLanded", MetricUnit.Count, outcome.landed);
        if (outcome.fault !== undefined) metrics.addMetric("SourcesUnavailable", MetricUnit.Count, 1);
    }
    metrics.publishStoredMetrics();
    return outcomes;
}
