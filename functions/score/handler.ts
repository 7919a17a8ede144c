import { Metrics } from "@aws-lambda-powertools/metrics";
import type { SQSHandler, SQSRecord } from "aws-lambda";
import { messageOrigin } from "../../contract/transaction/origin.ts";
import { DynamoActivityStore } from "../adapters/activity.ts";
import { DynamoAlertCounter } from "../adapters/alert-counter.ts";
import { answer } from "../adapters/answer.ts";
import { dynamoClient } from "../adapters/dynamo.ts";
import { SageMakerEndpoint, sageMakerClient } from "../adapters/endpoint.ts";
import { required, requiredNumber } from "../adapters/environment.ts";
import { errorText } from "../adapters/error-text.ts";
import { loggerOf } from "../adapters/logger.ts";
import { S3Reader } from "../adapters/object-reader.ts";
import { impatientS3Client, S3Writer, s3Client } from "../adapters/objects.ts";
import { PackingSender } from "../adapters/packs/packing-sender.ts";
import { packedQueues, Received } from "../adapters/packs/received.ts";
import { SqsSender, sqsClient } from "../adapters/queue.ts";
import { DynamoScoreLedger } from "../adapters/score-ledger.ts";
import { DynamoPointers } from "../adapters/supplementary-pointers.ts";
import { DynamoToldOnce } from "../adapters/told-once.ts";
import { SnsPublisher, snsClient } from "../adapters/topic.ts";
import { rescoreSince } from "./ask-later.ts";
import type { Delivery } from "./batch.ts";
import { Explainer } from "./explainer.ts";
import { EndpointModel } from "./model.ts";
import { ShardedProfiles } from "./profiles.ts";
import { type Ports, type Settings, score } from "./score.ts";
import { HeldSets } from "./supplementary/held-sets.ts";
import { BroughtSets } from "./supplementary/supplementary.ts";

const logger = loggerOf("score");
const metrics = new Metrics({ serviceName: "score" });
const dynamo = dynamoClient();
const sns = snsClient();
const sqs = sqsClient();
const s3 = s3Client();
const impatient = impatientS3Client();
const activityTable = required("ACTIVITY_TABLE");
const ports: Ports = {
    ledger: new DynamoScoreLedger(dynamo, required("LEDGER_TABLE")),
    activity: new DynamoActivityStore(dynamo, activityTable),
    alertCounter: new DynamoAlertCounter(dynamo, activityTable),
    records: new S3Writer(s3, required("RECORDS_BUCKET")),
    quarantine: new S3Writer(s3, required("QUARANTINE_BUCKET")),
    profiles: new ShardedProfiles(new S3Reader(impatient, required("PROFILES_BUCKET"))),
    supplementary: new BroughtSets(
        new HeldSets(
            new DynamoPointers(dynamo, required("RUNS_TABLE")),
            new S3Reader(impatient, required("SUPPLEMENTARY_BUCKET")),
        ),
        {
            staleHours: requiredNumber("SUPPLEMENTARY_STALE_HOURS", { from: 1, to: 168, whole: true }),
            keptDays: requiredNumber("SUPPLEMENTARY_KEPT_DAYS", { from: 7, to: 3650, whole: true }),
        },
    ),
    toldOnce: new DynamoToldOnce(dynamo, activityTable),
    fraud: new SnsPublisher(sns, required("FRAUD_TOPIC_ARN")),
    discrepancies: new SnsPublisher(sns, required("DISCREPANCY_TOPIC_ARN")),
    laterHours: requiredNumber("LOOP_HOURS", { from: 1, to: 336, whole: true }),
    later: new PackingSender(new SqsSender(sqs, required("RESCORE_QUEUE_URL"))),
    ...modelPort(process.env.ENDPOINT_NAME),
};
const settings: Settings = {
    alertThreshold: requiredNumber("ALERT_THRESHOLD", { from: 0.01, to: 1 }),
    modelThreshold: requiredNumber("MODEL_THRESHOLD", { from: 0.01, to: 1 }),
    alertsPerMinute: requiredNumber("ALERTS_PER_MINUTE", { from: 0, to: 100_000, whole: true }),
};

const packs = packedQueues(
    [required("SCREENED_QUEUE_URL"), required("RESCORE_QUEUE_URL")],
    (url) => new SqsSender(sqs, url),
);

/** Takes messages of the queues of screened transactions; those it could not process come again. */
export const handler: SQSHandler = async ({ Records }) => {
    const now = new Date().toISOString();
    const received = new Received(Records, packs);
    const { failures, ...counts } = await score(received.messages.map(deliveryOf), ports, settings, now);
    return answer(failures, counts, { logger, metrics }, await received.again(failures));
};

function deliveryOf({ messageId, body, messageAttributes }: SQSRecord): Delivery {
    const rescore = rescoreSince(messageAttributes);
    const origin = messageAttributes.origin?.stringValue ?? "";
    return {
        messageId,
        body,
        origin: origin === "" ? messageOrigin(messageId) : origin,
        attributes: Object.values(messageAttributes).flatMap(({ stringValue }) => stringValue ?? []),
        ...(rescore !== undefined && { rescore }),
    };
}

/** Without an endpoint the rules decide alone. */
function modelPort(endpointName: string | undefined): Pick<Ports, "model"> {
    if (endpointName === undefined || endpointName === "") return {};
    const explainer = new Explainer(new S3Reader(impatient, required("MODEL_BUCKET")));
    const failed = (error: unknown): void => {
        logger.warn("the fraud model gave no sound answer; the rules decide", { cause: errorText(error) });
    };
    const attemptMs = requiredNumber("ENDPOINT_ATTEMPT_MS", { from: 100, to: 20_000, whole: true });
    const endpoint = new SageMakerEndpoint(sageMakerClient(attemptMs), endpointName, attemptMs);
    return { model: new EndpointModel(endpoint, explainer, failed) };
}
