import {
    DASHBOARD_SUBSCRIPTION,
    ENTRA_APPLICATION,
    ENTRA_PRINCIPAL,
    OIDC_PROVIDER,
    OUTBOUND_FEDERATION,
} from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const accountWideProtected: ResourceRule = {
    name: "account-wide-protected",
    scope: "resource",
    why: "What exists once in an account or tenant serves every stack in it; a destroy of one stack would take it from all.",
    severity: "high",
    controls: ["nist:CM-6", "sox:404-change-1", "iso:A.8.9"],
    fix: "Set the resource option protect, in every environment",
    types: [DASHBOARD_SUBSCRIPTION, ENTRA_APPLICATION, ENTRA_PRINCIPAL, OIDC_PROVIDER, OUTBOUND_FEDERATION],
    check(resource, judge) {
        judge(resource.at("protect"), () => (resource.protect ? undefined : "is not set"));
    },
};
