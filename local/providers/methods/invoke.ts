import type { InvokeRequest, InvokeResponse } from "@pulumi/pulumi/proto/provider_pb.js";
import messages from "@pulumi/pulumi/proto/provider_pb.js";
import { answerInvoke } from "../answers/answer-invoke.ts";
import type { Session } from "../session.ts";
import { decode, encode } from "../values/codec.ts";

export function invoke(session: Session, request: InvokeRequest): InvokeResponse {
    const response = new messages.InvokeResponse();
    response.setReturn(encode(answerInvoke(session, request.getTok(), decode(request.getArgs()))));
    return response;
}
