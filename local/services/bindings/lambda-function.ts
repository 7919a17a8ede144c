import { readFile } from "node:fs/promises";
import {
    type Architecture,
    CreateFunctionCommand,
    DeleteFunctionCommand,
    DeleteFunctionConcurrencyCommand,
    LambdaClient,
    PutFunctionConcurrencyCommand,
    type Runtime,
    UpdateFunctionCodeCommand,
    UpdateFunctionConfigurationCommand,
} from "@aws-sdk/client-lambda";
import { type Inputs, optionalNumber, optionalText, part, text, textMap, texts } from "./inputs.ts";
import { type Keeping, type LiveResource, unlessPresent } from "./live-binding.ts";

export const keeping: Keeping = {
    async put(resource, clients) {
        const lambda = clients.of(LambdaClient);
        const { inputs } = resource;
        const FunctionName = text(resource, "name");
        const Architectures = texts(inputs, "architectures") as Architecture[] | undefined;
        const ZipFile = await readFile(codePath(resource));
        const settings = { FunctionName, ...configuration(resource) };
        const created = await unlessPresent(
            lambda.send(new CreateFunctionCommand({ ...settings, Architectures, Code: { ZipFile } })),
        );
        if (created === undefined) {
            await lambda.send(new UpdateFunctionCodeCommand({ FunctionName, Architectures, ZipFile }));
            await lambda.send(new UpdateFunctionConfigurationCommand(settings));
        }
        const reserved = optionalNumber(inputs, "reservedConcurrentExecutions") ?? -1;
        // Pulumi says "none" with -1.
        if (reserved >= 0) {
            await lambda.send(
                new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions: reserved }),
            );
        } else if (created === undefined) {
            await lambda.send(new DeleteFunctionConcurrencyCommand({ FunctionName }));
        }
    },
    async remove(resource, clients) {
        await clients.of(LambdaClient).send(new DeleteFunctionCommand({ FunctionName: text(resource, "name") }));
    },
};

function configuration(resource: LiveResource) {
    const { inputs } = resource;
    return {
        Role: text(resource, "role"),
        Handler: optionalText(inputs, "handler"),
        Runtime: optionalText(inputs, "runtime") as Runtime | undefined,
        Description: optionalText(inputs, "description"),
        MemorySize: optionalNumber(inputs, "memorySize"),
        Timeout: optionalNumber(inputs, "timeout"),
        Environment: { Variables: textMap(part(inputs, "environment") ?? {}, "variables") },
        LoggingConfig: loggingConfig(part(inputs, "loggingConfig")),
    };
}

function loggingConfig(given: Inputs | undefined) {
    const LogGroup = given && optionalText(given, "logGroup");
    return LogGroup === undefined ? undefined : { LogGroup };
}

/** The zip that the bundler made; the local services take no other form of code. */
function codePath(resource: LiveResource): string {
    const code = part(resource.inputs, "code");
    const path = code && optionalText(code, "path");
    if (path === undefined) {
        throw new Error(`${resource.urn}: code must be an archive with the path of a zip file`);
    }
    return path;
}
