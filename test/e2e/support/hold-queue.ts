import { LambdaClient, paginateListEventSourceMappings, UpdateEventSourceMappingCommand } from "@aws-sdk/client-lambda";
import type { Clients } from "../../../local/services/clients.ts";

export interface HeldQueue {
    url: string;
    /** Lets the consumer go on. */
    release(): Promise<void>;
}

/** Stops the consumer of the queue with this logical name, so that its messages can be looked at. */
export async function holdQueue(clients: Clients, name: string): Promise<HeldQueue> {
    const lambda = clients.of(LambdaClient);
    const consumed = new RegExp(`:(${name}-[0-9a-f]+)$`);
    for await (const { EventSourceMappings = [] } of paginateListEventSourceMappings({ client: lambda }, {})) {
        for (const { UUID, EventSourceArn = "" } of EventSourceMappings) {
            const queue = consumed.exec(EventSourceArn)?.[1];
            if (queue === undefined) continue;
            const setEnabled = async (Enabled: boolean) => {
                await lambda.send(new UpdateEventSourceMappingCommand({ UUID, Enabled }));
            };
            await setEnabled(false);
            const url = `https://sqs.${clients.region}.amazonaws.com/${clients.accountId}/${queue}`;
            return { url, release: () => setEnabled(true) };
        }
    }
    throw new Error(`nothing consumes a queue named ${name}`);
}
