import type { DiffRequest, DiffResponse } from "@pulumi/pulumi/proto/provider_pb.js";
import { parseUrn } from "../../store/urn.ts";
import { madeNames } from "../check-inputs.ts";
import { differences } from "../difference.ts";
import type { Session } from "../session.ts";
import { definitionOf } from "../types/table.ts";
import { decode } from "../values/codec.ts";
import { plain } from "../values/plain.ts";
import { diffResponse } from "./responses.ts";

export function diff(session: Session, request: DiffRequest): DiffResponse {
    const { name, replaceOn } = definitionOf(session.provider.types, parseUrn(request.getUrn()).type);
    const olds = decode(request.getOldInputs());
    const news = decode(request.getNews());
    const ignored = new Set(request.getIgnorechangesList());
    const changes = differences(olds, news, replaceOn).filter(({ path }) => !ignored.has(path));
    // A name that the program gives cannot exist twice, so the old resource has to go first.
    const fixedName =
        name !== undefined &&
        news[name.property] !== undefined &&
        !madeNames(news).includes(name.property) &&
        plain(olds[name.property] ?? null) === plain(news[name.property] ?? null);
    return diffResponse(changes, fixedName);
}
