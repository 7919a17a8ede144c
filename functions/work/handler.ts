import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import { DataPipelineClient } from "@aws-sdk/client-data-pipeline";
import { EMRServerlessClient } from "@aws-sdk/client-emr-serverless";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { SageMakerClient } from "@aws-sdk/client-sagemaker";
import { clientOptions } from "../adapters/client-options.ts";
import { dynamoClient } from "../adapters/dynamo.ts";
import { required } from "../adapters/environment.ts";
import { loggerOf } from "../adapters/logger.ts";
import { DynamoAttempts } from "./attempts.ts";
import { kindOf } from "./command.ts";
import { completedIn } from "./completion.ts";
import { functionRunner } from "./function-runner.ts";
import type { Ports } from "./ports.ts";
import { sparkRunner } from "./spark-runner.ts";
import { DataPipelineTasks, POLLING } from "./tasks.ts";
import { trainingRunner } from "./training-runner.ts";
import { complete, work } from "./work.ts";

/** No poll begins later in a run: with the 90 seconds that it may take, the run ends well before its timeout. */
const POLLING_MS = 40_000;

const logger = loggerOf("work");
const metrics = new Metrics({ serviceName: "work" });
const workerGroup = required("WORKER_GROUP");
const runners = {
    function: functionRunner(new LambdaClient({ ...clientOptions, maxAttempts: 1 })),
    sparkJob: sparkRunner(new EMRServerlessClient(clientOptions)),
    training: trainingRunner(new SageMakerClient(clientOptions)),
};
const ports: Ports = {
    tasks: new DataPipelineTasks(new DataPipelineClient(POLLING), workerGroup),
    attempts: new DynamoAttempts(dynamoClient(), required("ATTEMPTS_TABLE"), workerGroup),
    runnerOf: (command) => runners[kindOf(command)],
    now: Date.now,
    note: (event, { attempt, job, outcome }) => {
        logger.info(`attempt ${event}`, { attempt, job, outcome });
        metrics.addMetric(event, MetricUnit.Count, 1);
    },
};

/** Each minute by the schedule; and when a function that it started is over, by Lambda itself. */
export const handler = async (event: unknown): Promise<void> => {
    const completed = completedIn(event);
    try {
        if (completed === undefined) await work(ports, Date.now() + POLLING_MS);
        else await complete(completed, ports);
    } finally {
        metrics.publishStoredMetrics();
    }
};
