import type { CheckResponse, DiffResponse } from "@pulumi/pulumi/proto/provider_pb.js";
import messages from "@pulumi/pulumi/proto/provider_pb.js";
import { parsePath } from "../../store/paths.ts";
import type { Properties } from "../../store/value.ts";
import type { Failure } from "../checks/check.ts";
import type { Change } from "../difference.ts";
import { encode } from "../values/codec.ts";

const { Kind } = messages.PropertyDiff;
const KINDS = {
    add: [Kind.ADD, Kind.ADD_REPLACE],
    delete: [Kind.DELETE, Kind.DELETE_REPLACE],
    update: [Kind.UPDATE, Kind.UPDATE_REPLACE],
} as const;

export function checkResponse(inputs: Properties, failures: readonly Failure[]): CheckResponse {
    const response = new messages.CheckResponse();
    response.setInputs(encode(inputs));
    response.setFailuresList(
        failures.map(({ property, reason }) => {
            const failure = new messages.CheckFailure();
            // In the reason, since the engine prints the value of a property that it is told, secret or not.
            failure.setReason(property === "" ? reason : `${property} ${reason}`);
            return failure;
        }),
    );
    return response;
}

export function diffResponse(changes: readonly Change[], deleteFirst: boolean): DiffResponse {
    const { DIFF_NONE, DIFF_SOME } = messages.DiffResponse.DiffChanges;
    const response = new messages.DiffResponse();
    response.setChanges(changes.length === 0 ? DIFF_NONE : DIFF_SOME);
    response.setHasdetaileddiff(true);
    response.setDiffsList(topLevel(changes));
    const replacing = changes.filter(({ replaces }) => replaces);
    response.setReplacesList(topLevel(replacing));
    response.setDeletebeforereplace(replacing.length > 0 && deleteFirst);
    for (const { path, kind, replaces } of changes) {
        const detail = new messages.PropertyDiff();
        detail.setKind(KINDS[kind][replaces ? 1 : 0]);
        detail.setInputdiff(true);
        response.getDetaileddiffMap().set(path, detail);
    }
    return response;
}

function topLevel(changes: readonly Change[]): string[] {
    return [...new Set(changes.map(({ path }) => String(parsePath(path)[0])))];
}
