import type { ReadRequest, ReadResponse } from "@pulumi/pulumi/proto/provider_pb.js";
import messages from "@pulumi/pulumi/proto/provider_pb.js";
import { parseUrn } from "../../store/urn.ts";
import { type Session, storeOf } from "../session.ts";
import { encode } from "../values/codec.ts";

/**
 * What the store has. Its inputs are those that the program set, as they are now: an edited one differs, a removed one
 * is absent, an added one is there.
 */
export async function read(session: Session, request: ReadRequest): Promise<ReadResponse> {
    const urn = request.getUrn();
    const found = await storeOf(session, urn).find(parseUrn(urn).type, request.getId(), urn);
    const response = new messages.ReadResponse();
    // An empty id tells the engine that the resource is gone.
    if (found === undefined) return response;
    response.setId(found.id);
    response.setProperties(encode(found.outputs));
    response.setInputs(encode(found.inputs));
    return response;
}
