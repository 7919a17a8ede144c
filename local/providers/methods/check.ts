import type { CheckRequest, CheckResponse } from "@pulumi/pulumi/proto/provider_pb.js";
import { checkResource } from "../answers/check-resource.ts";
import { nextGeneration } from "../generation.ts";
import { type Session, storeOf } from "../session.ts";
import { decode } from "../values/codec.ts";
import { checkResponse } from "./responses.ts";

export async function check(session: Session, request: CheckRequest): Promise<CheckResponse> {
    const urn = request.getUrn();
    // Without old inputs this is a new resource, or the replacement of one that the store still has.
    const generation = request.hasOlds() ? 0 : await nextGeneration(storeOf(session, urn), urn);
    const [olds, news] = [decode(request.getOlds()), decode(request.getNews())];
    const { inputs, failures } = checkResource(session, { urn, generation }, olds, news);
    return checkResponse(inputs, failures);
}
