import { InvokeEndpointCommand, SageMakerRuntimeClient } from "@aws-sdk/client-sagemaker-runtime";

/** A model that answers for rows. */
export interface Endpoint {
    /** Sends rows of CSV without a heading; gives the answer as it came. */
    ask(rows: string): Promise<string>;
}

const ATTEMPT_MS = 2_000;
const CONNECTION_MS = 1_000;
const ATTEMPTS = 2;
/** All attempts with the pause between them. */
const LONGEST_MS = ATTEMPTS * ATTEMPT_MS + 500;

/** Gives up soon: whoever asks has another way to decide, and somebody waits for the verdict. */
export const impatience = {
    maxAttempts: ATTEMPTS,
    requestHandler: { connectionTimeout: CONNECTION_MS, requestTimeout: ATTEMPT_MS, throwOnRequestTimeout: true },
} as const;

export function sageMakerClient(): SageMakerRuntimeClient {
    return new SageMakerRuntimeClient(impatience);
}

export class SageMakerEndpoint implements Endpoint {
    readonly #client: Pick<SageMakerRuntimeClient, "send">;
    readonly #name: string;

    constructor(client: Pick<SageMakerRuntimeClient, "send">, name: string) {
        this.#client = client;
        this.#name = name;
    }

    async ask(rows: string): Promise<string> {
        const question = { EndpointName: this.#name, ContentType: "text/csv", Accept: "text/csv", Body: rows };
        // The limit of an attempt ends with the headers of the answer; this one holds for its body too.
        const { Body } = await this.#client.send(new InvokeEndpointCommand(question), {
            abortSignal: AbortSignal.timeout(LONGEST_MS),
        });
        return Body.transformToString();
    }
}
