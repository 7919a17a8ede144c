import { type PassedCall, type ServiceAnswer, ServiceError } from "../answering.ts";
import type { Endpoint, Endpoints } from "./endpoints.ts";

/** What SageMaker gives a model for one answer. */
export const MODEL_TIMEOUT_MS = 60_000;

/** SageMaker Runtime: asks the model of an endpoint, and tells its errors as SageMaker does. */
export async function invoke(
    endpoints: Endpoints,
    call: PassedCall,
    { accountId, timeoutMs = MODEL_TIMEOUT_MS }: { accountId: string; timeoutMs?: number },
): Promise<ServiceAnswer> {
    const name = decodeURIComponent(call.path.split("/")[2] ?? "");
    const endpoint = endpoints.find(name);
    if (endpoint?.container === undefined) {
        throw new ServiceError("ValidationError", `Endpoint ${name} of account ${accountId} not found.`);
    }
    const answer = await asked(endpoint, call, timeoutMs);
    if (answer.status >= 400) throw modelError(answer.status, answer.body);
    return {
        headers: { "content-type": answer.kind, "x-amzn-invoked-production-variant": endpoint.config.variant },
        body: answer.body,
    };
}

async function asked(endpoint: Endpoint, call: PassedCall, timeoutMs: number) {
    const { "content-type": kind, accept } = call.headers;
    const headers = { ...(kind && { "content-type": kind }), ...(accept && { accept }) };
    const signal = AbortSignal.timeout(timeoutMs);
    try {
        const answer = await endpoint.container?.invoke(call.body, headers, signal);
        return {
            status: answer?.status ?? 0,
            kind: answer?.headers.get("content-type") ?? "text/csv",
            body: (await answer?.text()) ?? "",
        };
    } catch {
        throw signal.aborted
            ? modelError(0, "Your invocation timed out while waiting for a response from container primary.")
            : modelError(503, "The container does not answer.");
    }
}

function modelError(status: number, said: string): ServiceError {
    const side = status >= 400 && status < 500 ? "client" : "server";
    const message = `Received ${side} error (${status}) from primary with message "${said}".`;
    return new ServiceError("ModelError", message, {
        status: 424,
        details: { OriginalMessage: said, OriginalStatusCode: status },
    });
}
