/**
 * Shared by all clients: a call that hangs must fail while the function still has time to report which messages it could
 * not process. Retries with backoff on throttling and faults are the SDK's own.
 */
export const clientOptions = {
    maxAttempts: 4,
    requestHandler: { connectionTimeout: 2_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
} as const;
