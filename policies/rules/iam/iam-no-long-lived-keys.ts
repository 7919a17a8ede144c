import { LONG_LIVED_CREDENTIALS } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const iamNoLongLivedKeys: ResourceRule = {
    name: "iam-no-long-lived-keys",
    scope: "resource",
    why: "A credential that never ends will leak one day; this platform needs none.",
    severity: "critical",
    controls: ["pci:8.6.3", "nist:IA-5", "sox:404-access-2", "iso:A.5.17"],
    fix: "Remove it and use a role, or a managed identity and federation",
    types: [
        ...LONG_LIVED_CREDENTIALS,
        "azuread:index/applicationPassword:ApplicationPassword",
        "azuread:index/servicePrincipalPassword:ServicePrincipalPassword",
    ],
    check: (resource, judge) => judge(resource.at("type"), () => `is ${resource.type}, a credential without an end`),
};
