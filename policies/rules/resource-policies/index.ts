import type { Rule } from "../../core/rule.ts";
import { policyNoLockout } from "./policy-no-lockout.ts";
import { policyNoPublicPrincipal } from "./policy-no-public-principal.ts";
import { policyNoWildcardAction } from "./policy-no-wildcard-action.ts";
import { policyOnlyOurs } from "./policy-only-ours.ts";
import { policyReadable } from "./policy-readable.ts";
import { policyServiceScoped } from "./policy-service-scoped.ts";

/** Policies on resources, of whatever service. */
export const resourcePoliciesRules: readonly Rule[] = [
    policyNoLockout,
    policyNoPublicPrincipal,
    policyNoWildcardAction,
    policyOnlyOurs,
    policyReadable,
    policyServiceScoped,
];
