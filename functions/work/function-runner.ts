import { InvokeCommand, type LambdaClient } from "@aws-sdk/client-lambda";
import type { Command } from "./command.ts";
import type { Runner } from "./ports.ts";
import { startError } from "./start-errors.ts";

/**
 * Runs a platform function. A run may take as long as ours, so nobody waits for it: Lambda sends its result to `work`
 * when it is over. Its client must not repeat a call, because each is a run.
 */
export function functionRunner(client: Pick<LambdaClient, "send">): Runner {
    return {
        idempotent: false,
        async start(attempt, command) {
            const { workflow, step } = command;
            try {
                await client.send(
                    new InvokeCommand({
                        FunctionName: arnIn(command),
                        InvocationType: "Event",
                        Payload: JSON.stringify({ workflow, step, run: attempt }),
                    }),
                );
                return step;
            } catch (error) {
                throw startError(error);
            }
        },
        look: async () => undefined,
        // Lambda has no way to end a run.
        stop: async () => {},
    };
}

function arnIn(command: Command): string {
    if (!("function" in command)) throw new TypeError(`${command.step} runs no function`);
    return command.function;
}
