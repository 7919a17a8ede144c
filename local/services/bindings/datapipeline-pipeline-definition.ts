import { type JsonService, signedCall } from "../signed-call.ts";
import { type Inputs, optionalText, parts, text } from "./inputs.ts";
import type { Keeping } from "./live-binding.ts";

const DATA_PIPELINE: JsonService = { service: "datapipeline", target: "DataPipeline" };

/** Like Pulumi's own provider, activates what it defined. */
export const keeping: Keeping = {
    async put(resource, clients) {
        const pipelineId = text(resource, "pipelineId");
        const pipelineObjects = parts(resource.inputs, "pipelineObjects").map((object) => ({
            id: optionalText(object, "id"),
            name: optionalText(object, "name"),
            fields: parts(object, "fields").map(field),
        }));
        await signedCall(clients, DATA_PIPELINE, "PutPipelineDefinition", { pipelineId, pipelineObjects });
    },
    async remove(resource, clients) {
        await signedCall(clients, DATA_PIPELINE, "DeletePipeline", { pipelineId: text(resource, "pipelineId") });
    },
};

function field(one: Inputs) {
    const [stringValue, refValue] = [optionalText(one, "stringValue"), optionalText(one, "refValue")];
    return { key: optionalText(one, "key"), ...(stringValue && { stringValue }), ...(refValue && { refValue }) };
}
