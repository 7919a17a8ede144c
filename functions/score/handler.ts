import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics } from "@aws-lambda-powertools/metrics";
import type { SQSHandler } from "aws-lambda";
import { DynamoActivityStore } from "../adapters/activity.ts";
import { DynamoAlertCounter } from "../adapters/alert-counter.ts";
import { answer } from "../adapters/answer.ts";
import { dynamoClient } from "../adapters/dynamo.ts";
import { required, requiredNumber } from "../adapters/environment.ts";
import { S3Reader } from "../adapters/object-reader.ts";
import { impatientS3Client, S3Writer, s3Client } from "../adapters/objects.ts";
import { DynamoScoreLedger } from "../adapters/score-ledger.ts";
import { SnsPublisher, snsClient } from "../adapters/topic.ts";
import { ShardedProfiles } from "./profiles.ts";
import { type Ports, type Settings, score } from "./score.ts";

const logger = new Logger({ serviceName: "score" });
const metrics = new Metrics({ serviceName: "score" });
const dynamo = dynamoClient();
const activityTable = required("ACTIVITY_TABLE");
const ports: Ports = {
    ledger: new DynamoScoreLedger(dynamo, required("LEDGER_TABLE")),
    activity: new DynamoActivityStore(dynamo, activityTable),
    alertCounter: new DynamoAlertCounter(dynamo, activityTable),
    records: new S3Writer(s3Client(), required("RECORDS_BUCKET")),
    profiles: new ShardedProfiles(new S3Reader(impatientS3Client(), required("PROFILES_BUCKET"))),
    fraud: new SnsPublisher(snsClient(), required("FRAUD_TOPIC_ARN")),
};
const settings: Settings = {
    alertThreshold: requiredNumber("ALERT_THRESHOLD", { from: 0.01, to: 1 }),
    alertsPerMinute: requiredNumber("ALERTS_PER_MINUTE", { from: 0, to: 100_000, whole: true }),
};

/** Takes messages of the screened queue; those it could not process come again. */
export const handler: SQSHandler = async ({ Records }) => {
    const { failures, ...counts } = await score(Records, ports, settings, new Date().toISOString());
    return answer(failures, counts, { logger, metrics });
};
