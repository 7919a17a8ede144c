import { each, when } from "../../checks/check.ts";
import { longest, oneOf, pattern, required } from "../../checks/common.ts";
import type { TypeTable } from "../definition.ts";

const AUDIENCES = [
    "AzureADMyOrg",
    "AzureADMultipleOrgs",
    "AzureADandPersonalMicrosoftAccount",
    "PersonalMicrosoftAccount",
];

export const application: TypeTable = {
    "azuread:index/application:Application": {
        id: (application) => `/applications/${application.uuid("object")}`,
        outputs: (application) => ({
            objectId: application.uuid("object"),
            clientId: application.uuid("client"),
            disabledByMicrosoft: "",
            logoUrl: "",
            publisherDomain: "",
            appRoleIds: {},
            oauth2PermissionScopeIds: {},
        }),
        defaults: { signInAudience: "AzureADMyOrg" },
        replaceOn: ["templateId"],
        checks: [
            required("displayName"),
            pattern("displayName", /^.{1,120}$/s, "a name of 1 to 120 characters"),
            longest("description", 1024),
            oneOf("signInAudience", AUDIENCES),
            oneOf("api.requestedAccessTokenVersion", [1, 2]),
            pattern(
                "identifierUris[*]",
                /^(api|https|urn|ms-appx):\S{1,250}[^/\s]$/,
                "a URI without a slash at its end",
            ),
            each("identifierUris", (uris) =>
                Array.isArray(uris) && new Set(uris.map(String)).size < uris.length
                    ? "must name each URI once"
                    : undefined,
            ),
            when(["signInAudience", "api"], "api.requestedAccessTokenVersion", versionFault),
        ],
    },
};

/** Tokens for people from outside have version 2 only. */
function versionFault({ signInAudience, api }: Readonly<Record<string, unknown>>): string | undefined {
    const personal = String(signInAudience).includes("PersonalMicrosoftAccount");
    const version = api instanceof Object ? Reflect.get(api, "requestedAccessTokenVersion") : undefined;
    return personal && version !== 2 ? `must be 2 where signInAudience is ${signInAudience}` : undefined;
}
