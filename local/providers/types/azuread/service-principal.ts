import { longest, oneOf, pattern, required } from "../../checks/common.ts";
import type { TypeTable } from "../definition.ts";

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const servicePrincipal: TypeTable = {
    "azuread:index/servicePrincipal:ServicePrincipal": {
        id: (principal) => `/servicePrincipals/${principal.uuid("object")}`,
        outputs: (principal) => ({
            objectId: principal.uuid("object"),
            applicationTenantId: principal.cloud.tenantId,
            servicePrincipalNames: [principal.text("clientId")],
            type: "Application",
            appRoleIds: {},
            oauth2PermissionScopeIds: {},
        }),
        defaults: { accountEnabled: true },
        replaceOn: ["clientId", "useExisting"],
        checks: [
            required("clientId"),
            pattern("clientId", GUID, "a GUID"),
            longest("description", 1024),
            oneOf("preferredSingleSignOnMode", ["oidc", "password", "saml", "notSupported"]),
        ],
    },
};
