import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import { SageMakerClient } from "@aws-sdk/client-sagemaker";
import { clientOptions } from "../adapters/client-options.ts";
import { required } from "../adapters/environment.ts";
import { loggerOf } from "../adapters/logger.ts";
import { S3Reader } from "../adapters/object-reader.ts";
import { patientS3Client, S3Writer } from "../adapters/objects.ts";
import { SnsPublisher, snsClient } from "../adapters/topic.ts";
import { judge, type Outcome } from "./judge.ts";
import { SageMakerTrainings } from "./sagemaker-trainings.ts";

const logger = loggerOf("judge");
const metrics = new Metrics({ serviceName: "judge" });
const bucket = required("MODEL_BUCKET");
const names = {
    jobPrefix: required("JOB_PREFIX"),
    group: required("MODEL_GROUP"),
    endpoint: required("ENDPOINT_NAME"),
};
const s3 = patientS3Client();
const [reader, writer] = [new S3Reader(s3, bucket), new S3Writer(s3, bucket)];
const ports = {
    trainings: new SageMakerTrainings(new SageMakerClient(clientOptions), names),
    model: {
        read: (key: string) => reader.read(key),
        write: (...object: Parameters<S3Writer["write"]>) => writer.write(...object),
    },
    bucket,
    operations: new SnsPublisher(snsClient(), required("OPERATIONS_TOPIC_ARN")),
};

/** Run by the workflow, after the training. */
export async function handler(): Promise<Outcome> {
    const outcome = await judge(ports, new Date().toISOString());
    logger.info(outcome.proposed ? "a candidate was proposed" : "nothing was proposed", { ...outcome });
    metrics.addMetric("candidatesProposed", MetricUnit.Count, outcome.proposed ? 1 : 0);
    metrics.publishStoredMetrics();
    return outcome;
}
