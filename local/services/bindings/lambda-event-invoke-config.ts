import {
    DeleteFunctionEventInvokeConfigCommand,
    LambdaClient,
    PutFunctionEventInvokeConfigCommand,
} from "@aws-sdk/client-lambda";
import { optionalNumber, optionalText, part, text } from "./inputs.ts";
import type { Keeping } from "./live-binding.ts";

export const keeping: Keeping = {
    async put(resource, clients) {
        const destinations = part(resource.inputs, "destinationConfig") ?? {};
        const to = (name: string) => {
            const Destination = optionalText(part(destinations, name) ?? {}, "destination");
            return Destination && { Destination };
        };
        const [OnSuccess, OnFailure] = [to("onSuccess"), to("onFailure")];
        await clients.of(LambdaClient).send(
            new PutFunctionEventInvokeConfigCommand({
                FunctionName: text(resource, "functionName"),
                MaximumRetryAttempts: optionalNumber(resource.inputs, "maximumRetryAttempts"),
                MaximumEventAgeInSeconds: optionalNumber(resource.inputs, "maximumEventAgeInSeconds"),
                DestinationConfig: { ...(OnSuccess && { OnSuccess }), ...(OnFailure && { OnFailure }) },
            }),
        );
    },
    async remove(resource, clients) {
        const FunctionName = text(resource, "functionName");
        await clients.of(LambdaClient).send(new DeleteFunctionEventInvokeConfigCommand({ FunctionName }));
    },
};
