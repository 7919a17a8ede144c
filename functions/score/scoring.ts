import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { S3Client } from "@aws-sdk/client-s3";
import type { SageMakerRuntimeClient } from "@aws-sdk/client-sagemaker-runtime";
import type { SNSClient } from "@aws-sdk/client-sns";
import type { SQSClient } from "@aws-sdk/client-sqs";
import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { messageOrigin } from "../../contract/transaction/origin.ts";
import { DynamoActivityStore } from "../adapters/activity.ts";
import { DynamoAlertCounter } from "../adapters/alert-counter.ts";
import { answer } from "../adapters/answer.ts";
import { SageMakerEndpoint } from "../adapters/endpoint.ts";
import { type NumberRange, requiredNumber, required as requiredOf } from "../adapters/environment.ts";
import { errorText } from "../adapters/error-text.ts";
import { S3Reader } from "../adapters/object-reader.ts";
import { S3Writer } from "../adapters/objects.ts";
import { PackingSender } from "../adapters/packs/packing-sender.ts";
import { packedQueues, Received } from "../adapters/packs/received.ts";
import { SqsSender } from "../adapters/queue.ts";
import { DynamoScoreLedger } from "../adapters/score-ledger.ts";
import { DynamoPointers } from "../adapters/supplementary-pointers.ts";
import type { Surroundings } from "../adapters/surroundings.ts";
import { DynamoToldOnce } from "../adapters/told-once.ts";
import { SnsPublisher } from "../adapters/topic.ts";
import { rescoreSince } from "./ask-later.ts";
import type { Delivery } from "./batch.ts";
import { Explainer } from "./explainer.ts";
import { EndpointModel } from "./model.ts";
import { ShardedProfiles } from "./profiles.ts";
import { type Ports, type Settings, score } from "./score.ts";
import { HeldSets } from "./supplementary/held-sets.ts";
import { BroughtSets } from "./supplementary/supplementary.ts";

export interface Clients {
    dynamo: Pick<DynamoDBClient, "send">;
    s3: Pick<S3Client, "send">;
    /** For what a transaction can do without. */
    impatientS3: Pick<S3Client, "send">;
    sns: Pick<SNSClient, "send">;
    sqs: Pick<SQSClient, "send">;
    /** A client that gives an attempt this many milliseconds. */
    sageMaker(attemptMs: number): Pick<SageMakerRuntimeClient, "send">;
}

/** `score` on these clients: takes messages of the queues of screened transactions; those it could not process come again. */
export function scoring(clients: Clients, surroundings: Surroundings) {
    const { environment, now, pause } = surroundings;
    const { dynamo, s3, impatientS3, sns, sqs } = clients;
    const required = (name: string) => requiredOf(name, environment);
    const number = (name: string, range: NumberRange) => requiredNumber(name, range, environment);
    const queue = (url: string) => new SqsSender(sqs, url, pause);
    const activityTable = required("ACTIVITY_TABLE");
    const ports: Ports = {
        ledger: new DynamoScoreLedger(dynamo, required("LEDGER_TABLE"), pause),
        activity: new DynamoActivityStore(dynamo, activityTable, now, pause),
        alertCounter: new DynamoAlertCounter(dynamo, activityTable),
        records: new S3Writer(s3, required("RECORDS_BUCKET")),
        quarantine: new S3Writer(s3, required("QUARANTINE_BUCKET")),
        profiles: new ShardedProfiles(new S3Reader(impatientS3, required("PROFILES_BUCKET"))),
        supplementary: new BroughtSets(
            new HeldSets(
                new DynamoPointers(dynamo, required("RUNS_TABLE")),
                new S3Reader(impatientS3, required("SUPPLEMENTARY_BUCKET")),
            ),
            {
                staleHours: number("SUPPLEMENTARY_STALE_HOURS", { from: 1, to: 168, whole: true }),
                keptDays: number("SUPPLEMENTARY_KEPT_DAYS", { from: 7, to: 3650, whole: true }),
            },
        ),
        toldOnce: new DynamoToldOnce(dynamo, activityTable),
        fraud: new SnsPublisher(sns, required("FRAUD_TOPIC_ARN")),
        discrepancies: new SnsPublisher(sns, required("DISCREPANCY_TOPIC_ARN")),
        laterHours: number("LOOP_HOURS", { from: 1, to: 336, whole: true }),
        later: new PackingSender(queue(required("RESCORE_QUEUE_URL"))),
        ...modelPort(clients, surroundings),
    };
    const settings: Settings = {
        alertThreshold: number("ALERT_THRESHOLD", { from: 0.01, to: 1 }),
        modelThreshold: number("MODEL_THRESHOLD", { from: 0.01, to: 1 }),
        alertsPerMinute: number("ALERTS_PER_MINUTE", { from: 0, to: 100_000, whole: true }),
    };
    const packs = packedQueues([required("SCREENED_QUEUE_URL"), required("RESCORE_QUEUE_URL")], queue);

    return async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
        const at = new Date(now()).toISOString();
        const received = new Received(Records, packs);
        const { failures, ...counts } = await score(received.messages.map(deliveryOf), ports, settings, at);
        return answer(failures, counts, surroundings, await received.again(failures));
    };
}

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
function modelPort(clients: Clients, { environment, now, logger }: Surroundings): Pick<Ports, "model"> {
    const endpointName = environment.ENDPOINT_NAME ?? "";
    if (endpointName === "") return {};
    const trees = new S3Reader(clients.impatientS3, requiredOf("MODEL_BUCKET", environment));
    const failed = (error: unknown): void => {
        logger.warn("the fraud model gave no sound answer; the rules decide", { cause: errorText(error) });
    };
    const attemptMs = requiredNumber("ENDPOINT_ATTEMPT_MS", { from: 100, to: 20_000, whole: true }, environment);
    const endpoint = new SageMakerEndpoint(clients.sageMaker(attemptMs), endpointName, attemptMs);
    return { model: new EndpointModel(endpoint, new Explainer(trees, now), failed, now) };
}
