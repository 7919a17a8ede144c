import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { text } from "./inputs.ts";
import type { Keeping } from "./live-binding.ts";

export const keeping: Keeping = {
    async put(resource, clients) {
        const FunctionName = text(resource, "functionName");
        const Payload = Buffer.from(text(resource, "input"));
        const answer = await clients.of(LambdaClient).send(new InvokeCommand({ FunctionName, Payload }));
        if (answer.FunctionError === undefined) return;
        const { errorType = "Error", errorMessage = "" } = JSON.parse(Buffer.from(answer.Payload ?? []).toString());
        throw new Error(`${FunctionName} ended with ${errorType}: ${errorMessage}`);
    },
    // What a call did stays, as on AWS.
    async remove() {},
};
