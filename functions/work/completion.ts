import * as z from "zod/mini";
import { FINISHED, failed, type Outcome } from "./outcome.ts";

/** What Lambda sends to the destination of a function that was called by event, when the run is over. */
const Completion = z.object({
    requestContext: z.object({ condition: z.string() }),
    requestPayload: z.object({ run: z.string().check(z.minLength(1)) }),
    responsePayload: z.optional(z.unknown()),
});

const Thrown = z.object({
    errorType: z.optional(z.string()),
    errorMessage: z.optional(z.string()),
    trace: z.optional(z.array(z.string())),
});

export interface Completed {
    attempt: string;
    outcome: Outcome;
    /** Whether the step wants those after it that ask; absent where it says nothing of that. */
    wanted?: boolean;
}

const Answer = z.object({ wanted: z.boolean() });

/** The attempt that is over and how it ended; `undefined` for any other event, such as the schedule's. */
export function completedIn(event: unknown): Completed | undefined {
    const { data } = Completion.safeParse(event);
    if (data === undefined) return undefined;
    const { requestContext, requestPayload, responsePayload } = data;
    const attempt = requestPayload.run;
    if (requestContext.condition === "Success") {
        const answer = Answer.safeParse(responsePayload).data;
        return { attempt, outcome: FINISHED, ...answer };
    }
    const thrown = Thrown.safeParse(responsePayload).data;
    const outcome = failed(
        thrown?.errorType ?? requestContext.condition,
        thrown?.errorMessage ?? `Lambda gave the run up: ${requestContext.condition}`,
        thrown?.trace?.join("\n"),
    );
    return { attempt, outcome };
}
