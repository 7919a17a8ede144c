import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import { STSClient } from "@aws-sdk/client-sts";
import { clientOptions } from "../adapters/client-options.ts";
import { dynamoClient } from "../adapters/dynamo.ts";
import { required } from "../adapters/environment.ts";
import { loggerOf } from "../adapters/logger.ts";
import { DynamoPointers } from "../adapters/supplementary-pointers.ts";
import { SnsPublisher, snsClient } from "../adapters/topic.ts";
import { answerTo, type Witness } from "./answer.ts";
import { openLanding } from "./landing.ts";
import type { Ports } from "./ports.ts";
import type { Event } from "./request.ts";
import { DynamoRunLedger } from "./run-ledger.ts";

const logger = loggerOf("receive");
const metrics = new Metrics({ serviceName: "receive" });
const sts = new STSClient(clientOptions);
/** As whom Data Factory comes. */
const subject = required("LANDING_SUBJECT");
const place = {
    roleArn: required("LANDING_ROLE_ARN"),
    bucket: required("SUPPLEMENTARY_BUCKET"),
    keyArn: required("SUPPLEMENTARY_KEY_ARN"),
};
const [dynamo, runsTable] = [dynamoClient(), required("RUNS_TABLE")];
const ports: Ports = {
    open: (token, run) => openLanding(sts, place, token, run),
    runs: new DynamoRunLedger(dynamo, runsTable),
    pointers: new DynamoPointers(dynamo, runsTable),
    discrepancies: new SnsPublisher(snsClient(), required("DISCREPANCY_TOPIC_ARN")),
};
const witness: Witness = {
    info: (message, about) => logger.info(message, about),
    warn: (message, about) => logger.warn(message, about),
    count(what, set) {
        const metric = metrics.singleMetric();
        metric.addDimension("set", set);
        metric.addMetric(what, MetricUnit.Count, 1);
    },
};

/** Takes what Data Factory brings. */
export const handler = (event: Event) => answerTo(event, subject, ports, new Date(), witness);
