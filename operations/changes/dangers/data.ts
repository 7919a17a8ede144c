import { canonicalType } from "../../../policies/core/canonical-type.ts";
import { labelOf } from "../../baselines/planned.ts";
import type { Change } from "../change.ts";
import type { Danger } from "./danger.ts";
import { HOLDERS } from "./holders.ts";
import { keptLess } from "./kept-less.ts";

/** What a change deletes, replaces, stops protecting or keeps for a shorter time. */
export function dataLost(changes: readonly Change[]): Danger[] {
    return changes.flatMap((change) => [...gone(change), ...keptLess(change), ...unprotected(change)]);
}

function gone(change: Change): Danger[] {
    const { operation, urn, before } = change;
    if ((operation !== "delete" && operation !== "replace") || before === undefined) return [];
    const held = HOLDERS[canonicalType(change.type)];
    const resource = labelOf(change);
    if (operation === "delete" && before.retainOnDelete === true) {
        if (held === undefined) return [];
        const what = "is given up: it stays in the cloud, and nobody manages it any more";
        return [{ severity: "medium", urn, resource, what }];
    }
    const verb = operation === "delete" ? "is deleted" : "is replaced by a new, empty one";
    const protectedToo = before.protect === true ? "; it is protected, so the update stops there" : "";
    if (held === undefined) {
        return before.protect === true ? [{ severity: "high", urn, resource, what: `${verb}${protectedToo}` }] : [];
    }
    const because = change.properties.filter(({ replaces }) => replaces).map(({ path }) => path);
    const reason = because.length > 0 ? ` (because of ${because.join(", ")})` : "";
    return [{ severity: "critical", urn, resource, what: `${verb}${reason}, with ${held}${protectedToo}` }];
}

function unprotected(change: Change): Danger[] {
    const { operation, properties, urn } = change;
    if (operation === "create" || operation === "delete") return [];
    return properties
        .filter(({ path, before, after }) => path === "protect" && before === true && after === false)
        .map((): Danger => {
            return {
                severity: "high",
                urn,
                resource: labelOf(change),
                what: "loses its protection: the next change may delete it",
            };
        });
}
