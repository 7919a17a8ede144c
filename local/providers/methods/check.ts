import type { CheckRequest, CheckResponse } from "@pulumi/pulumi/proto/provider_pb.js";
import { parseUrn } from "../../store/urn.ts";
import { checkInputs } from "../check-inputs.ts";
import { nextGeneration } from "../generation.ts";
import { type Session, storeOf } from "../session.ts";
import { unknownType } from "../types/table.ts";
import { decode } from "../values/codec.ts";
import { checkResponse } from "./responses.ts";

export async function check(session: Session, request: CheckRequest): Promise<CheckResponse> {
    const urn = request.getUrn();
    const { type, name } = parseUrn(urn);
    const news = decode(request.getNews());
    const definition = session.provider.types[type];
    if (definition === undefined) return checkResponse(news, [{ property: "", reason: unknownType(type) }]);
    const olds = decode(request.getOlds());
    // Without old inputs this is a new resource, or the replacement of one that the store still has.
    const generation = request.hasOlds() ? 0 : await nextGeneration(storeOf(session, urn), urn);
    const { inputs, failures } = checkInputs(definition, { urn, name, generation }, olds, news, session.cloud);
    return checkResponse(inputs, failures);
}
