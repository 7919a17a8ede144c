import type { Rule } from "../../core/rule.ts";
import { federationOurs } from "./federation-ours.ts";
import { iamNoEscalation } from "./iam-no-escalation.ts";
import { iamNoLongLivedKeys } from "./iam-no-long-lived-keys.ts";
import { iamNoStockPolicies } from "./iam-no-stock-policies.ts";
import { iamNoTampering } from "./iam-no-tampering.ts";
import { iamNoWildcardAction } from "./iam-no-wildcard-action.ts";
import { iamNoWildcardResource } from "./iam-no-wildcard-resource.ts";
import { iamRolesBounded } from "./iam-roles-bounded.ts";
import { iamTrustNarrow } from "./iam-trust-narrow.ts";

/** Roles, users and what they may do. */
export const iamRules: readonly Rule[] = [
    federationOurs,
    iamNoEscalation,
    iamNoLongLivedKeys,
    iamNoStockPolicies,
    iamNoTampering,
    iamNoWildcardAction,
    iamNoWildcardResource,
    iamRolesBounded,
    iamTrustNarrow,
];
