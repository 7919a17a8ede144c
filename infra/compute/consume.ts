import { EventSourceMapping } from "@pulumi/aws/lambda/eventSourceMapping.js";
import type { Function as LambdaFunction } from "@pulumi/aws/lambda/function.js";
import { type Resource, ResourceError } from "@pulumi/pulumi";
import type { MessageSource } from "../ingest/work-queue.ts";

/** How a function works on a queue. */
export interface MessageConsumption {
    from: MessageSource;
    /** Messages handed over at once; 1 to 10000, and above 10 only with a window. */
    batchSize: number;
    /** Longest wait for a full batch, in seconds; 0 to 300. */
    windowSeconds: number;
    /**
     * Copies of the function that this queue may keep busy; 2 to 1000. This is the limit of a consumer: reserved
     * concurrency would throttle the pollers, and each throttled receive brings a good message nearer the dead letters.
     */
    maximumConcurrency: number;
}

/** Connects a queue to a function, which reports back the messages that failed and only those come again. */
export function consume(
    parent: Resource,
    name: string,
    handler: LambdaFunction,
    consumption: MessageConsumption,
    permittedBy: Resource,
): void {
    const { from, batchSize, windowSeconds, maximumConcurrency } = consumption;
    if (batchSize > 10 && windowSeconds < 1) {
        throw new ResourceError(
            `windowSeconds must be 1 or more for a batch of ${batchSize}, got ${windowSeconds}`,
            parent,
            true,
        );
    }
    if (maximumConcurrency < 2 || maximumConcurrency > 1000) {
        throw new ResourceError(`maximumConcurrency must be 2 to 1000, got ${maximumConcurrency}`, parent, true);
    }
    new EventSourceMapping(
        `${name}-${from.label}`,
        {
            eventSourceArn: from.queue.arn,
            functionName: handler.arn,
            batchSize,
            maximumBatchingWindowInSeconds: windowSeconds,
            functionResponseTypes: ["ReportBatchItemFailures"],
            scalingConfig: { maximumConcurrency },
        },
        { parent, dependsOn: permittedBy },
    );
}
