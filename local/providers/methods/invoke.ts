import type { InvokeRequest, InvokeResponse } from "@pulumi/pulumi/proto/provider_pb.js";
import messages from "@pulumi/pulumi/proto/provider_pb.js";
import type { Session } from "../session.ts";
import { decode, encode } from "../values/codec.ts";
import { plainProperties } from "../values/plain.ts";

export function invoke(session: Session, request: InvokeRequest): InvokeResponse {
    const token = request.getTok();
    const { invokes, name } = session.provider;
    const answer = invokes[token];
    if (answer === undefined) {
        throw new Error(`the local cloud cannot answer ${token}: add it to local/providers/packages/${name}.ts`);
    }
    const response = new messages.InvokeResponse();
    response.setReturn(encode(answer(plainProperties(decode(request.getArgs())), session.cloud)));
    return response;
}
