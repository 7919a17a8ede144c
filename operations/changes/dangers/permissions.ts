import { groupBy } from "../../cli/group-by.ts";
import { EVERYBODY, notCovered } from "../grants/covers.ts";
import type { Grant } from "../grants/grant.ts";
import type { Permission, Severity } from "./danger.ts";

/** With these somebody gets further than where they were let in. */
const FAR_REACHING =
    /^(iam:(PassRole|Create|Put|Attach|Update|Delete)|sts:|kms:(Decrypt|ScheduleKeyDeletion|DisableKey|PutKeyPolicy|CreateGrant)|secretsmanager:GetSecretValue|s3:(Delete|BypassGovernanceRetention|PutBucketPolicy|PutLifecycle)|dynamodb:Delete|sagemaker:(UpdateModelPackage|CreateEndpoint|UpdateEndpoint)|sign in)/i;

/** Who may newly do what on what. A permission that is only written differently, or narrower, is none. */
export function permissionsGained(before: readonly Grant[], after: readonly Grant[]): Permission[] {
    const granted = (grants: readonly Grant[], effect: Grant["effect"]) =>
        grants.filter((one) => one.effect === effect);
    const gained = notCovered(granted(after, "Allow"), granted(before, "Allow"));
    const undenied = notCovered(granted(before, "Deny"), granted(after, "Deny"));
    return [...together(gained), ...together(undenied)];
}

/** One line for all actions of a principal on one thing under the same conditions. */
function together(grants: readonly Grant[]): Permission[] {
    const groups = groupBy(grants, ({ principal, resource, conditions, urn, effect }) =>
        JSON.stringify([principal, resource, [...conditions], urn, effect]),
    );
    return [...groups.values()].map((same): Permission => {
        const [first] = same as [Grant];
        const actions = [...new Set(same.map(({ action }) => action))].sort();
        const conditions = [...first.conditions].map(([test, values]) => `${test} ${values.join(", ")}`);
        const how = first.effect === "Deny" ? "no longer denied" : first.isLimit ? "within the limit" : "allowed";
        const when = conditions.length > 0 ? ` when ${conditions.join(" and ")}` : "";
        return {
            severity: severityOf(first, actions),
            urn: first.urn,
            resource: first.principal,
            what: `${MAY[how]} ${actions.join(", ")} on ${first.resource}${when}`,
            principal: first.principal,
            actions,
            on: first.resource,
            conditions,
            how,
        };
    });
}

const MAY = {
    allowed: "may now",
    "no longer denied": "is no longer denied",
    "within the limit": "may now be allowed",
} as const;

function severityOf({ principal, resource, effect }: Grant, actions: readonly string[]): Severity {
    const wide = actions.some((action) => /\*|^all but|^whatever/.test(action)) || resource === "*";
    if (principal === EVERYBODY && effect === "Allow") return "critical";
    return wide || actions.some((action) => FAR_REACHING.test(action)) || effect === "Deny" ? "high" : "medium";
}
