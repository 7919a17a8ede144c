import assert from "node:assert/strict";
import { InvokeCommand, LambdaClient, paginateListFunctions } from "@aws-sdk/client-lambda";
import type { Clients } from "../../../local/services/clients.ts";

/** Runs the function of a step as its workflow does, and returns its answer. */
export async function runStep(clients: Clients, verb: string, event: object = {}): Promise<unknown> {
    const client = clients.of(LambdaClient);
    const names: string[] = [];
    for await (const { Functions = [] } of paginateListFunctions({ client }, {})) {
        names.push(...Functions.map(({ FunctionName = "" }) => FunctionName));
    }
    const FunctionName = names.find((name) => name.startsWith(`${verb}-`));
    const command = new InvokeCommand({ FunctionName, Payload: JSON.stringify(event) });
    const { FunctionError, Payload } = await client.send(command);
    const answer = Buffer.from(Payload ?? []).toString();
    assert.equal(FunctionError, undefined, answer);
    return JSON.parse(answer);
}
