import { InvokeCommand, LambdaClient, paginateListFunctions } from "@aws-sdk/client-lambda";
import type { Clients } from "../../../local/services/clients.ts";

/** The function that the program calls so, to which the engine adds seven hexadecimal digits; undefined when there is none. */
export async function functionOf(clients: Clients, verb: string): Promise<string | undefined> {
    const name = new RegExp(`^${verb}-[0-9a-f]{7}$`);
    for await (const { Functions = [] } of paginateListFunctions({ client: clients.of(LambdaClient) }, {})) {
        const found = Functions.find(({ FunctionName = "" }) => name.test(FunctionName));
        if (found?.FunctionName !== undefined) return found.FunctionName;
    }
    return undefined;
}

/** What a function answered, and whether that is how it failed. */
export interface Answered {
    failed: boolean;
    text: string;
}

export async function invoked(clients: Clients, FunctionName: string, event: object): Promise<Answered> {
    const command = new InvokeCommand({ FunctionName, Payload: JSON.stringify(event) });
    const { FunctionError, Payload } = await clients.of(LambdaClient).send(command);
    return { failed: FunctionError !== undefined, text: Buffer.from(Payload ?? []).toString() };
}
