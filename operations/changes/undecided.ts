import { labelOf } from "../baselines/planned.ts";
import type { Changes } from "./change.ts";
import { HIDDEN, LATER } from "./hidden.ts";

const POLICIES = ["policy", "assumeRolePolicy", "resourcePolicy", "roleDefinitionId", "principalId", "scope"];

/** Resources that say who may do what, and whose changed word cannot be read before the update. */
export function undecidedPolicies({ changes }: Changes): string[] {
    return changes
        .filter(({ operation, after }) => operation !== "same" && after !== undefined)
        .filter(({ type, after }) => {
            if (!/:(iam|kms|sqs|sns|s3|lambda|authorization|secretsmanager)\b/.test(type)) return false;
            return POLICIES.some((name) => [HIDDEN, LATER].includes(String(after?.inputs[name])));
        })
        .map(labelOf);
}
