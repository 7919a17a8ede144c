import type { Count } from "../../operations/proof/latency/counts.ts";

/**
 * US dollars in eu-west-1, by the price pages of AWS on 30 November 2026 as we know them (DynamoDB on demand halved in
 * November 2024; SQS standard queues; S3 Standard; SNS; Lambda), without free tiers, storage, transfer and taxes. Not in
 * here, because they are paid by time and not by transaction: the running time of the functions, the model's endpoint,
 * the warehouse; nor the log, nor KMS, whose data keys SQS and S3 reuse for minutes.
 */
const PER_MILLION = {
    writeUnit: 0.70675,
    readUnit: 0.1415,
    queueRequest: 0.4,
    put: 5,
    get: 0.4,
    publish: 0.5,
    invocation: 0.2,
} as const;

/** What a count costs, in US dollars. */
export function priceOf({ service, operation, requests, ...count }: Count): number {
    const { chunks = 0, readUnits = 0, writeUnits = 0, indexUnits = 0 } = count;
    const millionths = (): number => {
        if (service === "dynamodb") {
            return (writeUnits + indexUnits) * PER_MILLION.writeUnit + readUnits * PER_MILLION.readUnit;
        }
        if (service === "sqs") return Math.max(chunks, requests) * PER_MILLION.queueRequest;
        if (service === "s3") return requests * (operation.startsWith("GET") ? PER_MILLION.get : PER_MILLION.put);
        if (service === "sns") return requests * PER_MILLION.publish;
        return service === "lambda" ? requests * PER_MILLION.invocation : 0;
    };
    return millionths() / 1_000_000;
}
