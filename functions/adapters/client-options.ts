import { requiredNumber } from "./environment.ts";

/**
 * How many times longer than in the cloud a call may take. Only the local services say so: a laptop whose processors others
 * keep busy is slow, not down.
 */
export const patience = patienceOf(process.env);

export function patienceOf(environment: NodeJS.ProcessEnv): number {
    if (environment.LOCAL_PATIENCE === undefined) return 1;
    return requiredNumber("LOCAL_PATIENCE", { from: 1, to: 100 }, environment);
}

/** Longest waits of one attempt of a call, in milliseconds, for a connection and for an answer. */
export function limits({ connectionMs = 2_000, answerMs = 5_000 } = {}, times = patience) {
    return {
        connectionTimeout: connectionMs * times,
        requestTimeout: answerMs * times,
        throwOnRequestTimeout: true,
    } as const;
}

/**
 * Shared by all clients: a call that hangs must fail while the function still has time to report which messages it could
 * not process. Retries with backoff on throttling and faults are the SDK's own.
 */
export const clientOptions = { maxAttempts: 4, requestHandler: limits() } as const;
