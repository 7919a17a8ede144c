import type { Service } from "../cloud/cloud.ts";

/** What the SDK throws after its own attempts, when a service refuses, and when no answer came. */
const NAMES: Readonly<Record<Service | "unheard", string>> = {
    dynamo: "ProvisionedThroughputExceededException",
    kms: "KMSInternalException",
    redshift: "ThrottlingException",
    s3: "SlowDown",
    sageMaker: "ModelNotReadyException",
    sns: "InternalErrorException",
    sqs: "RequestThrottled",
    unheard: "TimeoutError",
};

export function errorOf(cause: Service | "unheard"): Error {
    const name = NAMES[cause];
    return Object.assign(new Error(`${name}, said by nobody but this run`), { name, $metadata: {} });
}
