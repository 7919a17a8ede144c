import type { PipelineArgs } from "@pulumi/azure-native/datafactory/pipeline.js";
import { type Input, interpolate } from "@pulumi/pulumi";
import type { SupplementarySet } from "../supplementary-sets.ts";
import { batchesName, sourceName } from "./names.ts";

interface Door {
    /** Address of the API without a slash at its end. */
    url: Input<string>;
    /** For whom tokens are made out. */
    appUri: string;
}

/** Rows of one request: far from the 5,000 and the 5 MB that `receive` takes. */
const BATCH_ROWS = 1000;
const RUN = expression("@pipeline().RunId");

/**
 * Brings one set whole, or not at all: copies it batch by batch, then says how many rows it copied. When either fails it
 * says so, and the run counts as failed. The copy is never repeated by itself, because a repeated read may cut batches
 * elsewhere: the run is.
 */
export function supplementaryPipeline(set: SupplementarySet, door: Door): PipelineArgs["activities"] {
    const say = (verb: string, body: string) => ({
        type: "WebActivity" as const,
        method: "POST",
        url: expression(interpolate`@concat('${door.url}/supplementary/${set}/', pipeline().RunId, '/${verb}')`),
        headers: { "Content-Type": "application/json" },
        body: expression(body),
        authentication: { type: "MSI", resource: door.appUri },
        // Both may be said again, and mean the same.
        policy: { timeout: "0.00:05:00", retry: 2, retryIntervalInSeconds: 30, secureInput: true, secureOutput: true },
    });
    return [
        {
            type: "Copy",
            name: "copy",
            inputs: [{ referenceName: sourceName(set), type: "DatasetReference" }],
            outputs: [{ referenceName: batchesName(set), type: "DatasetReference", parameters: { run: RUN } }],
            source: {
                type: "DelimitedTextSource",
                storeSettings: { type: "AzureBlobStorageReadSettings", recursive: false },
                formatSettings: { type: "DelimitedTextReadSettings" },
            },
            sink: {
                type: "RestSink",
                requestMethod: "POST",
                writeBatchSize: BATCH_ROWS,
                httpRequestTimeout: "00:01:00",
                httpCompressionType: "none",
                sinkRetryCount: 0,
            },
            parallelCopies: 1,
            enableSkipIncompatibleRow: false,
            policy: { timeout: "0.02:00:00", retry: 0, secureInput: true, secureOutput: false },
        },
        {
            ...say("complete", `@json(concat('{"rowsCopied":', string(activity('copy').output.rowsCopied), '}'))`),
            name: "complete",
            dependsOn: [{ activity: "copy", dependencyConditions: ["Succeeded"] }],
        },
        {
            // Names and codes only: the text of an error may quote the row that caused it.
            ...say("fail", FAILURE),
            name: "tell",
            dependsOn: [{ activity: "complete", dependencyConditions: ["Failed", "Skipped"] }],
        },
        {
            // Or the run would count as good, because telling of the failure succeeded.
            type: "Fail",
            name: "stop",
            message: `The set ${set} was not brought whole.`,
            errorCode: "supplementary-run-failed",
            dependsOn: [{ activity: "tell", dependencyConditions: ["Completed"] }],
        },
    ];
}

const FAILURE = `@json(concat('{"activity":"', if(equals(activity('copy').Status, 'Succeeded'), 'complete', 'copy'), '","code":"', coalesce(activity('copy')?.error?.errorCode, ''), '"}'))`;

function expression(value: Input<string>) {
    return { value, type: "Expression" };
}
