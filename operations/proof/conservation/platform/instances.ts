import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { KMSClient } from "@aws-sdk/client-kms";
import type { RedshiftDataClient } from "@aws-sdk/client-redshift-data";
import type { S3Client } from "@aws-sdk/client-s3";
import type { SageMakerRuntimeClient } from "@aws-sdk/client-sagemaker-runtime";
import type { SNSClient } from "@aws-sdk/client-sns";
import type { SQSClient } from "@aws-sdk/client-sqs";
import { loading } from "../../../../functions/load/loading.ts";
import { parking } from "../../../../functions/park/parking.ts";
import { scoring } from "../../../../functions/score/scoring.ts";
import { screening } from "../../../../functions/screen/screening.ts";
import { unpacking } from "../../../../functions/unpack/unpacking.ts";
import type { Service } from "../cloud/cloud.ts";
import { SQL } from "../cloud/warehouse.ts";
import type { Handler, Host } from "../stage/host.ts";
import type { Stage } from "../stage/stage.ts";
import { ENVIRONMENTS } from "./environment.ts";
import type { Verb } from "./names.ts";

/** A client of the SDK, as the adapters use one, that calls on the stage. */
export function clientOn<Client>(stage: Stage, host: Host, service: Service): Client {
    const send = (command: { constructor: { name: string }; input: object }) =>
        stage.call(host, service, command.constructor.name.replace(/Command$/, ""), command.input);
    // As much of a client as the adapters take.
    return { send } as unknown as Client;
}

const SILENT = {
    logger: { info() {}, warn() {}, error() {} },
    metrics: { addMetric() {}, publishStoredMetrics() {} },
};

/** The platform's own function, new as after a cold start. */
export function handlerOf(verb: Verb, host: Host, stage: Stage, now: () => number): Handler {
    const clients = {
        dynamo: clientOn<DynamoDBClient>(stage, host, "dynamo"),
        kms: clientOn<KMSClient>(stage, host, "kms"),
        redshift: clientOn<RedshiftDataClient>(stage, host, "redshift"),
        s3: clientOn<S3Client>(stage, host, "s3"),
        impatientS3: clientOn<S3Client>(stage, host, "s3"),
        sageMaker: () => clientOn<SageMakerRuntimeClient>(stage, host, "sageMaker"),
        sns: clientOn<SNSClient>(stage, host, "sns"),
        sqs: clientOn<SQSClient>(stage, host, "sqs"),
    };
    const surroundings = {
        ...SILENT,
        environment: ENVIRONMENTS[verb],
        now: () => now() + host.skewMs,
        pause: (ms: number) => stage.pause(ms),
    };
    if (verb === "unpack") return unpacking(clients, surroundings);
    if (verb === "screen") return screening(clients, surroundings);
    if (verb === "score") return scoring(clients, surroundings);
    if (verb === "load") return loading(clients, surroundings, SQL);
    return parking(clients, surroundings);
}
