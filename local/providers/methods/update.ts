import type { UpdateRequest, UpdateResponse } from "@pulumi/pulumi/proto/provider_pb.js";
import messages from "@pulumi/pulumi/proto/provider_pb.js";
import { parseUrn } from "../../store/urn.ts";
import { predict } from "../predict.ts";
import { type Session, storeOf } from "../session.ts";
import { definitionOf } from "../types/table.ts";
import { decode, encode } from "../values/codec.ts";
import { viewOf } from "../view.ts";

export async function update(session: Session, request: UpdateRequest): Promise<UpdateResponse> {
    const urn = request.getUrn();
    const id = request.getId();
    const { type, name } = parseUrn(urn);
    const definition = definitionOf(session.provider.types, type);
    const store = storeOf(session, urn);
    const before = await store.find(type, id, urn);
    if (before === undefined && !request.getPreview()) {
        throw new Error(`${id} is no longer in the local cloud: run refresh, then up creates it again`);
    }
    const inputs = decode(request.getNews());
    const identity = { urn: before?.seed ?? urn, name, generation: before?.generation ?? 0 };
    const { outputs } = predict(definition, viewOf(definition, identity, inputs, session.cloud), inputs);
    if (before !== undefined && !request.getPreview()) {
        const after = { ...before, urn, name, inputs, outputs };
        await session.live.update(before, after);
        await store.put(after);
        // The program renamed it by an alias: the same resource under another URN.
        if (before.urn !== urn) await store.delete(before);
    }
    const response = new messages.UpdateResponse();
    response.setProperties(encode(outputs));
    return response;
}
