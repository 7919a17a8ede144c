import type {
    CheckRequest,
    CheckResponse,
    ConfigureRequest,
    ConfigureResponse,
    DiffRequest,
    DiffResponse,
} from "@pulumi/pulumi/proto/provider_pb.js";
import messages from "@pulumi/pulumi/proto/provider_pb.js";
import { settingsIn } from "../answers/settings.ts";
import { differences } from "../difference.ts";
import type { Session } from "../session.ts";
import { decode } from "../values/codec.ts";
import { checkResponse, diffResponse } from "./responses.ts";

export function checkConfig(session: Session, request: CheckRequest): CheckResponse {
    const news = decode(request.getNews());
    return checkResponse(news, session.provider.checkConfig(settingsIn(news)));
}

export function diffConfig(_session: Session, request: DiffRequest): DiffResponse {
    // Another region or account: what lives there already stays what it is, so nothing is replaced on that ground.
    return diffResponse(differences(decode(request.getOldInputs()), decode(request.getNews()), []), false);
}

export function configure(session: Session, request: ConfigureRequest): ConfigureResponse {
    session.cloud = session.provider.cloud(settingsIn(decode(request.getArgs())));
    const response = new messages.ConfigureResponse();
    response.setAcceptsecrets(true);
    response.setSupportspreview(true);
    return response;
}
