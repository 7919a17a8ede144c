import { type Input, interpolate, Output } from "@pulumi/pulumi";
import type { Scoring } from "../../stacks/scoring-settings.ts";
import type { PlatformKey } from "../security/platform-key.ts";
import type { WorkBucket } from "../storage/work-bucket.ts";

export type Serving = Scoring["endpoint"];

/** The one variant. Its name may never change: SageMaker replaces a fleet only by one of the same name. */
export const VARIANT = "fraud";

/** Where the record of traffic goes, in the bucket of models. */
export const CAPTURED = "captured";

/** What stands behind the endpoint. */
export function variantOf(serving: Serving, modelName: Input<string>) {
    const variant = { variantName: VARIANT, modelName, initialVariantWeight: 1 };
    if (serving.kind === "serverless") {
        const { memoryMegabytes, maximumConcurrency } = serving;
        const serverlessConfig = { memorySizeInMb: memoryMegabytes, maxConcurrency: maximumConcurrency };
        return { ...variant, serverlessConfig };
    }
    return { ...variant, instanceType: serving.instanceType, initialInstanceCount: serving.minimum };
}

/** Every request with its answer, so that a decision can be explained and drift of the data be seen. */
export function captureOf({ capturePercent }: { capturePercent: number }, bucket: WorkBucket, key: PlatformKey) {
    return {
        enableCapture: true,
        initialSamplingPercentage: capturePercent,
        destinationS3Uri: interpolate`s3://${bucket.bucket.bucket}/${CAPTURED}`,
        kmsKeyId: key.arn,
        captureOptions: [{ captureMode: "Input" }, { captureMode: "Output" }],
        // Text instead of base64 in the record.
        captureContentTypeHeader: { csvContentTypes: ["text/csv"] },
    };
}

/** Seconds for which the alarms watch the first machine of a new fleet, and then all of them. */
const BAKING_SECONDS = 600;
const TERMINATION_SECONDS = 300;
const LONGEST_SECONDS = 7200;

/** A new model gets one machine's share of the traffic first; any of the alarms brings the old one back. */
export function deploymentOf({ kind }: Serving, alarmNames: Input<string>[]) {
    const first = { type: "CANARY", canarySize: { type: "INSTANCE_COUNT", value: 1 } };
    // A serverless endpoint has no machines to count.
    const traffic = kind === "serverless" ? { type: "ALL_AT_ONCE" } : first;
    return {
        blueGreenUpdatePolicy: {
            trafficRoutingConfiguration: { ...traffic, waitIntervalInSeconds: BAKING_SECONDS },
            terminationWaitInSeconds: TERMINATION_SECONDS,
            maximumExecutionTimeoutInSeconds: LONGEST_SECONDS,
        },
        autoRollbackConfiguration: { alarms: alarmNames.map((alarmName) => ({ alarmName })) },
    };
}

/** The same value with the names of its properties as the API writes them, which begin with a capital. */
export function asInApi(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(asInApi);
    if (!(value instanceof Object) || Output.isInstance(value)) return value;
    const entries = Object.entries(value).map(([key, item]) => [key[0]?.toUpperCase() + key.slice(1), asInApi(item)]);
    return Object.fromEntries(entries);
}
