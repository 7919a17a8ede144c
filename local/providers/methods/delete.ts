import type { DeleteRequest } from "@pulumi/pulumi/proto/provider_pb.js";
import empty from "google-protobuf/google/protobuf/empty_pb.js";
import { parseUrn } from "../../store/urn.ts";
import { type Session, storeOf } from "../session.ts";

/** Deletes what is there; what is gone already is no error, as with the real providers. */
export async function remove(session: Session, request: DeleteRequest): Promise<empty.Empty> {
    const urn = request.getUrn();
    const store = storeOf(session, urn);
    const found = await store.find(parseUrn(urn).type, request.getId(), urn);
    if (found !== undefined) {
        await session.live.delete(found);
        await store.delete(found);
    }
    return new empty.Empty();
}
