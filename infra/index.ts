import { getStack } from "@pulumi/pulumi";
import { bundle } from "./compute/bundle.ts";
import { configurationOf } from "./configuration.ts";
import { Platform } from "./platform.ts";

const configuration = configurationOf(getStack());
const { outputs } = new Platform("platform", configuration, bundle);

export const {
    landingBucket,
    quarantineBucket,
    manifestsBucket,
    parkedBucket,
    recordsBucket,
    incomingQueueUrl,
    bulkQueueUrl,
    ledgerTable,
    fraudTopicArn,
    discrepanciesTopicArn,
    operationsTopicArn,
    recordsDatabase,
    reportWorkgroup,
    supplementaryUrl,
    warehouseWorkgroup,
    supplementaryRunsTable,
    dashboardId,
} = outputs;
