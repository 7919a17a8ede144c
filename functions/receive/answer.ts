import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Ports } from "./ports.ts";
import { receive } from "./receive.ts";
import { Refusal } from "./refusal.ts";
import { callerOf, type Event, requestOf } from "./request.ts";

type About = Record<string, string | number | undefined>;

/** Where it says what it did: ids, names and numbers only. */
export interface Witness {
    info(message: string, about: About): void;
    warn(message: string, about: About): void;
    /** Counts what was done, for each set by itself. */
    count(what: string, set: string): void;
}

/** The answer to one request of `subject`. A refusal is an answer; what is AWS's fault or ours is thrown. */
export async function answerTo(
    event: Event,
    subject: string,
    ports: Ports,
    now: Date,
    witness: Witness,
): Promise<APIGatewayProxyStructuredResultV2> {
    const about = { route: event.routeKey, set: event.pathParameters?.set, run: event.pathParameters?.run };
    try {
        const request = requestOf(event, subject);
        const { did, rows } = await receive(request, ports, now);
        witness.info(did, { ...about, rows });
        witness.count(COUNTED[did], request.run.set);
        return answer(200, { did, rows });
    } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const { code, status, message, reason } = error;
        witness.warn("refused", { ...about, code, reason, ...callerOf(event) });
        return answer(status, { error: { code, message } });
    }
}

/** Names of the metrics; the alarm on a set that stays away reads `completed`. */
const COUNTED = { batch: "batches", complete: "completed", fail: "failedRuns" } as const;

function answer(statusCode: number, body: object): APIGatewayProxyStructuredResultV2 {
    return { statusCode, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}
