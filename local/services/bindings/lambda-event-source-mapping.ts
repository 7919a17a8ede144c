import {
    CreateEventSourceMappingCommand,
    DeleteEventSourceMappingCommand,
    type FunctionResponseType,
    LambdaClient,
    ListEventSourceMappingsCommand,
    UpdateEventSourceMappingCommand,
} from "@aws-sdk/client-lambda";
import type { Clients } from "../clients.ts";
import { optionalFlag, optionalNumber, optionalText, part, parts, text, texts } from "./inputs.ts";
import type { Keeping, LiveResource } from "./live-binding.ts";

export const keeping: Keeping = {
    async put(resource, clients, before) {
        const lambda = clients.of(LambdaClient);
        const settings = { FunctionName: functionName(resource), ...configuration(resource) };
        const known = await mappingId(before ?? resource, clients);
        if (known === undefined) {
            const EventSourceArn = text(resource, "eventSourceArn");
            await lambda.send(new CreateEventSourceMappingCommand({ ...settings, EventSourceArn }));
        } else {
            await lambda.send(new UpdateEventSourceMappingCommand({ ...settings, UUID: known }));
        }
    },
    async remove(resource, clients) {
        const UUID = await mappingId(resource, clients);
        if (UUID !== undefined) {
            await clients.of(LambdaClient).send(new DeleteEventSourceMappingCommand({ UUID }));
        }
    },
};

/** The services choose the UUID of a mapping themselves; source and function say which one it is. */
async function mappingId(resource: LiveResource, clients: Clients): Promise<string | undefined> {
    const EventSourceArn = text(resource, "eventSourceArn");
    const found = await clients
        .of(LambdaClient)
        .send(new ListEventSourceMappingsCommand({ EventSourceArn, FunctionName: functionName(resource) }));
    return found.EventSourceMappings?.[0]?.UUID;
}

/** The name alone: Pulumi takes a name or an ARN. */
function functionName(resource: LiveResource): string {
    const given = text(resource, "functionName");
    return given.startsWith("arn:") ? given.split(":").slice(6).join(":") : given;
}

function configuration(resource: LiveResource) {
    const { inputs } = resource;
    const filters = parts(part(inputs, "filterCriteria") ?? {}, "filters");
    const maximum = optionalNumber(part(inputs, "scalingConfig") ?? {}, "maximumConcurrency");
    return {
        BatchSize: optionalNumber(inputs, "batchSize"),
        Enabled: optionalFlag(inputs, "enabled") ?? true,
        FilterCriteria: { Filters: filters.map((filter) => ({ Pattern: optionalText(filter, "pattern") })) },
        FunctionResponseTypes: (texts(inputs, "functionResponseTypes") ?? []) as FunctionResponseType[],
        MaximumBatchingWindowInSeconds: optionalNumber(inputs, "maximumBatchingWindowInSeconds") ?? 0,
        ScalingConfig: maximum === undefined ? {} : { MaximumConcurrency: maximum },
    };
}
