import {
    CreateTableCommand,
    DeleteTableCommand,
    DynamoDBClient,
    type ProjectionType,
    type ScalarAttributeType,
    type StreamViewType,
    UpdateTableCommand,
    UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import { type Inputs, optionalText, part, parts, text, texts } from "./inputs.ts";
import { type Keeping, type LiveResource, unlessPresent } from "./live-binding.ts";

export const keeping: Keeping = {
    async put(resource, clients, before) {
        const dynamo = clients.of(DynamoDBClient);
        const TableName = text(resource, "name");
        await unlessPresent(dynamo.send(new CreateTableCommand({ TableName, ...definition(resource) })));
        const now = timeToLive(resource);
        const was = before && timeToLive(before);
        if (now.AttributeName !== undefined && JSON.stringify(now) !== JSON.stringify(was)) {
            await dynamo.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification: now }));
        }
    },
    async remove(resource, clients) {
        const dynamo = clients.of(DynamoDBClient);
        const TableName = text(resource, "name");
        // The engine has let the deletion pass, so the table's own protection has done its part.
        await dynamo.send(new UpdateTableCommand({ TableName, DeletionProtectionEnabled: false }));
        await dynamo.send(new DeleteTableCommand({ TableName }));
    },
};

function timeToLive(resource: LiveResource) {
    const ttl = part(resource.inputs, "ttl") ?? {};
    return { AttributeName: optionalText(ttl, "attributeName"), Enabled: ttl.enabled !== false };
}

function definition(resource: LiveResource) {
    const { inputs } = resource;
    const secondary = parts(inputs, "globalSecondaryIndexes").map(index);
    const local = parts(inputs, "localSecondaryIndexes").map((given) => index({ ...given, hashKey: inputs.hashKey }));
    const view = optionalText(inputs, "streamViewType") as StreamViewType | undefined;
    return {
        AttributeDefinitions: parts(inputs, "attributes").map((attribute) => ({
            AttributeName: optionalText(attribute, "name"),
            AttributeType: optionalText(attribute, "type") as ScalarAttributeType | undefined,
        })),
        KeySchema: keySchema(inputs),
        // What is provisioned has no meaning here: nothing is ever throttled.
        BillingMode: "PAY_PER_REQUEST" as const,
        ...(secondary.length > 0 ? { GlobalSecondaryIndexes: secondary } : {}),
        ...(local.length > 0 ? { LocalSecondaryIndexes: local } : {}),
        ...(inputs.streamEnabled === true
            ? { StreamSpecification: { StreamEnabled: true, StreamViewType: view } }
            : {}),
    };
}

function index(given: Inputs) {
    return {
        IndexName: optionalText(given, "name"),
        KeySchema: keySchema(given),
        Projection: {
            ProjectionType: optionalText(given, "projectionType") as ProjectionType | undefined,
            NonKeyAttributes: texts(given, "nonKeyAttributes"),
        },
    };
}

function keySchema(given: Inputs) {
    const range = optionalText(given, "rangeKey");
    const hash = { AttributeName: optionalText(given, "hashKey"), KeyType: "HASH" as const };
    return range === undefined ? [hash] : [hash, { AttributeName: range, KeyType: "RANGE" as const }];
}
