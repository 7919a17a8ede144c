import { GLUE, signedCall } from "../signed-call.ts";
import { type Inputs, optionalText, part, parts, text, textMap } from "./inputs.ts";
import { type Keeping, type LiveResource, unlessPresent } from "./live-binding.ts";

export const keeping: Keeping = {
    async put(resource, clients) {
        const table = { DatabaseName: text(resource, "databaseName"), TableInput: definition(resource) };
        await unlessPresent(signedCall(clients, GLUE, "CreateTable", table));
        await signedCall(clients, GLUE, "UpdateTable", table);
    },
    async remove(resource, clients) {
        const table = { DatabaseName: text(resource, "databaseName"), Name: text(resource, "name") };
        await signedCall(clients, GLUE, "DeleteTable", table);
    },
};

function definition(resource: LiveResource) {
    const { inputs } = resource;
    const storage = part(inputs, "storageDescriptor") ?? {};
    const serde = part(storage, "serDeInfo") ?? {};
    return {
        Name: text(resource, "name"),
        Description: optionalText(inputs, "description"),
        TableType: optionalText(inputs, "tableType"),
        Parameters: textMap(inputs, "parameters"),
        PartitionKeys: parts(inputs, "partitionKeys").map(column),
        StorageDescriptor: {
            Location: optionalText(storage, "location"),
            InputFormat: optionalText(storage, "inputFormat"),
            OutputFormat: optionalText(storage, "outputFormat"),
            Columns: parts(storage, "columns").map(column),
            SerdeInfo: {
                SerializationLibrary: optionalText(serde, "serializationLibrary"),
                Parameters: textMap(serde, "parameters"),
            },
        },
    };
}

function column(given: Inputs) {
    return { Name: optionalText(given, "name"), Type: optionalText(given, "type") };
}
