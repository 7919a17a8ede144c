import type { CreateRequest, CreateResponse } from "@pulumi/pulumi/proto/provider_pb.js";
import messages from "@pulumi/pulumi/proto/provider_pb.js";
import { isUnknown } from "../../store/signatures.ts";
import type { Store, StoredResource } from "../../store/store.ts";
import { parseUrn } from "../../store/urn.ts";
import { predictResource } from "../answers/predict-resource.ts";
import { nextGeneration } from "../generation.ts";
import { type Session, storeOf } from "../session.ts";
import { definitionOf } from "../types/table.ts";
import { decode, encode } from "../values/codec.ts";

export async function create(session: Session, request: CreateRequest): Promise<CreateResponse> {
    const urn = request.getUrn();
    const inputs = decode(request.getProperties());
    const store = storeOf(session, urn);
    const generation = await nextGeneration(store, urn);
    const { id, outputs } = predictResource(session, { urn, generation }, inputs);
    if (!request.getPreview()) {
        const { type, name } = parseUrn(urn);
        const createdAt = new Date().toISOString();
        const resource = { urn, type, name, id, inputs, outputs, createdAt, seed: urn, generation };
        if (definitionOf(session.provider.types, type).name !== undefined) await refuseTaken(store, resource);
        await session.live.create(resource);
        await store.put(resource);
    }
    const response = new messages.CreateResponse();
    response.setId(isUnknown(id) ? "" : id);
    response.setProperties(encode(outputs));
    return response;
}

/** A cloud has a name only once. */
async function refuseTaken(store: Store, { type, id, urn }: StoredResource): Promise<void> {
    const holder = await store.find(type, id, urn);
    if (holder === undefined) return;
    throw new Error(
        `${id} already exists in the local cloud, as ${holder.urn}. If an update was killed, its half-made resources are ` +
            "still there: npm run doctor -- --stack local says how to go on.",
    );
}
