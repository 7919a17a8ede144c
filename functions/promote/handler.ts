import { setTimeout as pause } from "node:timers/promises";
import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import { SageMakerClient } from "@aws-sdk/client-sagemaker";
import type { Context } from "aws-lambda";
import { clientOptions } from "../adapters/client-options.ts";
import { required } from "../adapters/environment.ts";
import { loggerOf } from "../adapters/logger.ts";
import { S3Reader } from "../adapters/object-reader.ts";
import { patientS3Client, S3Writer } from "../adapters/objects.ts";
import { SnsPublisher, snsClient } from "../adapters/topic.ts";
import type { Ports } from "./ports.ts";
import { promote } from "./promote.ts";
import { S3Progress } from "./s3-progress.ts";
import { SageMakerDeployments } from "./sagemaker-deployments.ts";
import type { Outcome } from "./settle.ts";

/** What the end of a promotion may take: reading and writing a model, and telling of it. */
const ENDING_MS = 60_000;

const logger = loggerOf("promote");
const metrics = new Metrics({ serviceName: "promote" });
// Where the configuration decides, the endpoint is not ours to change, and there may be none.
const ports = required("MODEL_FROM") === "registry" ? connected() : undefined;

function connected(): Omit<Ports, "until"> {
    const bucket = required("MODEL_BUCKET");
    const s3 = patientS3Client();
    const [reader, writer] = [new S3Reader(s3, bucket), new S3Writer(s3, bucket)];
    return {
        deployments: new SageMakerDeployments(new SageMakerClient(clientOptions), {
            group: required("MODEL_GROUP"),
            endpoint: required("ENDPOINT_NAME"),
            template: required("TEMPLATE_CONFIGURATION"),
            deployment: JSON.parse(required("DEPLOYMENT")),
            tags: Object.entries(JSON.parse(required("TAGS"))).map(([Key, Value]) => ({ Key, Value: String(Value) })),
        }),
        progress: new S3Progress(s3, bucket),
        model: {
            read: (key) => reader.read(key),
            write: (...object) => writer.write(...object),
        },
        bucket,
        operations: new SnsPublisher(snsClient(), required("OPERATIONS_TOPIC_ARN")),
        clock: { now: Date.now, pause: (milliseconds) => pause(milliseconds) },
    };
}

/** Run by the workflow, each hour. */
export async function handler(_event: unknown, context: Context): Promise<Outcome> {
    if (ports === undefined) return { outcome: "nothing", reason: "the configuration decides which model answers" };
    const until = Date.now() + context.getRemainingTimeInMillis() - ENDING_MS;
    const outcome = await promote({ ...ports, until });
    logger.info("looked for an approved version", { ...outcome });
    metrics.addMetric("modelsPromoted", MetricUnit.Count, outcome.outcome === "promoted" ? 1 : 0);
    metrics.addMetric("promotionsUndone", MetricUnit.Count, outcome.outcome === "undone" ? 1 : 0);
    metrics.publishStoredMetrics();
    return outcome;
}
