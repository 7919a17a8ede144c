import type { Clients } from "../clients.ts";
import { type JsonService, signedCall } from "../signed-call.ts";

const SAGEMAKER: JsonService = { service: "sagemaker", target: "SageMaker" };

export function sageMaker(clients: Clients, action: string, input: object): Promise<Record<string, unknown>> {
    return signedCall(clients, SAGEMAKER, action, input);
}

/** SageMaker has one name for every refusal, and says in the message what it means. */
export async function unlessGone<Answer>(call: Promise<Answer>): Promise<Answer | undefined> {
    try {
        return await call;
    } catch (error) {
        if (error instanceof Error && error.message.includes("Could not find")) return undefined;
        throw error;
    }
}
