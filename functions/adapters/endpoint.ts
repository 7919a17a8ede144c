import { InvokeEndpointCommand, SageMakerRuntimeClient } from "@aws-sdk/client-sagemaker-runtime";
import { patience } from "./client-options.ts";

/** A model that answers for rows. */
export interface Endpoint {
    /** Sends rows of CSV without a heading; gives the answer as it came. */
    ask(rows: string): Promise<string>;
}

const CONNECTION_MS = 1_000;
const ATTEMPTS = 2;
/** Between the attempts. */
const PAUSE_MS = 500;

/**
 * Options of a client that gives an attempt this many milliseconds, and up after the second: whoever asks has another way
 * to decide, and somebody waits for the verdict.
 */
export function impatience(attemptMs: number) {
    return {
        maxAttempts: ATTEMPTS,
        requestHandler: {
            connectionTimeout: Math.min(CONNECTION_MS * patience, attemptMs),
            requestTimeout: attemptMs,
            throwOnRequestTimeout: true,
        },
    };
}

export function sageMakerClient(attemptMs: number): SageMakerRuntimeClient {
    return new SageMakerRuntimeClient(impatience(attemptMs));
}

export class SageMakerEndpoint implements Endpoint {
    readonly #client: Pick<SageMakerRuntimeClient, "send">;
    readonly #name: string;
    readonly #longestMs: number;

    /** `attemptMs`: that of the client. */
    constructor(client: Pick<SageMakerRuntimeClient, "send">, name: string, attemptMs: number) {
        this.#client = client;
        this.#name = name;
        this.#longestMs = ATTEMPTS * attemptMs + PAUSE_MS;
    }

    async ask(rows: string): Promise<string> {
        const question = { EndpointName: this.#name, ContentType: "text/csv", Accept: "text/csv", Body: rows };
        // The limit of an attempt ends with the headers of the answer; this one holds for its body too.
        const { Body } = await this.#client.send(new InvokeEndpointCommand(question), {
            abortSignal: AbortSignal.timeout(this.#longestMs),
        });
        return Body.transformToString();
    }
}
