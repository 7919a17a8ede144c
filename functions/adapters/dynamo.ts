import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { clientOptions } from "./client-options.ts";
import { type Pause, pauseFor } from "./pause.ts";

export function dynamoClient(): DynamoDBClient {
    return new DynamoDBClient(clientOptions);
}

/** Attempts for what DynamoDB left undone of a batch, which it does when it is short of capacity. */
const ATTEMPTS = 6;
const FIRST_PAUSE_MS = 25;

/** DynamoDB kept leaving parts of a batch undone. */
export class UnprocessedError extends Error {
    override readonly name = "UnprocessedError";
}

/** Repeats a batch with what it left undone, pausing longer each time. */
export async function untilProcessed<Request>(
    request: Request,
    send: (request: Request) => Promise<Request | undefined>,
    pause: Pause = pauseFor,
): Promise<void> {
    let rest: Request | undefined = request;
    for (let attempt = 1; rest !== undefined; attempt++) {
        rest = await send(rest);
        if (rest !== undefined && attempt === ATTEMPTS) {
            throw new UnprocessedError(`DynamoDB left parts of a batch undone ${ATTEMPTS} times`);
        }
        if (rest !== undefined) await pause(FIRST_PAUSE_MS * 2 ** attempt * Math.random());
    }
}
