import type {
    CheckRequest,
    CheckResponse,
    ConfigureRequest,
    ConfigureResponse,
    DiffRequest,
    DiffResponse,
} from "@pulumi/pulumi/proto/provider_pb.js";
import messages from "@pulumi/pulumi/proto/provider_pb.js";
import type { Properties, Value } from "../../store/value.ts";
import { differences } from "../difference.ts";
import type { Session } from "../session.ts";
import { decode } from "../values/codec.ts";
import { plainProperties } from "../values/plain.ts";
import { checkResponse, diffResponse } from "./responses.ts";

export function checkConfig(session: Session, request: CheckRequest): CheckResponse {
    const news = decode(request.getNews());
    return checkResponse(news, session.provider.checkConfig(settings(news)));
}

export function diffConfig(_session: Session, request: DiffRequest): DiffResponse {
    // Another region or account: what lives there already stays what it is, so nothing is replaced on that ground.
    return diffResponse(differences(decode(request.getOldInputs()), decode(request.getNews()), []), false);
}

export function configure(session: Session, request: ConfigureRequest): ConfigureResponse {
    session.cloud = session.provider.cloud(settings(decode(request.getArgs())));
    const response = new messages.ConfigureResponse();
    response.setAcceptsecrets(true);
    response.setSupportspreview(true);
    return response;
}

/** The engine hands structured settings over as JSON text. */
function settings(config: Properties): Properties {
    return Object.fromEntries(
        Object.entries(plainProperties(config)).map(([name, value]) => [name, structured(value)]),
    );
}

function structured(value: Value): Value {
    if (typeof value !== "string" || !/^[[{]/.test(value)) return value;
    try {
        return JSON.parse(value) as Value;
    } catch {
        return value;
    }
}
