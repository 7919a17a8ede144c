import type { ResourceRule } from "../../core/rule.ts";

/** What would send a provider's requests elsewhere, or make them as somebody else. */
const DETOURS = [
    "assumeRole",
    "assumeRoles",
    "assumeRoleWithWebIdentity",
    "customCaBundle",
    "ec2MetadataServiceEndpoint",
    "endpoints",
    "environment",
    "forbiddenAccountIds",
    "httpProxy",
    "httpsProxy",
    "metadataHost",
    "msiEndpoint",
    "oidcRequestUrl",
    "profile",
    "sharedConfigFiles",
    "sharedCredentialsFiles",
    "stsRegion",
];
/** Checks that a provider makes unless it is told not to. */
const SKIPPED = [
    "insecure",
    "skipCredentialsValidation",
    "skipMetadataApiCheck",
    "skipRegionValidation",
    "skipRequestingAccountId",
];

export const providerPlain: ResourceRule = {
    name: "provider-plain",
    scope: "resource",
    why: "A provider that acts by another role, over another address or unchecked makes things where no rule looks.",
    severity: "critical",
    controls: ["nist:CM-6", "nist:IA-9", "sox:404-change-1", "iso:A.8.9"],
    fix: "Leave it out: the pipeline's identity, or your own session, and the clouds' own addresses serve",
    types: [
        "pulumi:providers:aws",
        "pulumi:providers:azure-native",
        "pulumi:providers:azuread",
        "pulumi:providers:awsx",
    ],
    check(provider, judge) {
        for (const name of DETOURS) {
            judge(provider.at(name), (value) =>
                value.isAbsent() || value.text() === "[]" || (value.items().length === 0 && value.keys().length === 0)
                    ? undefined
                    : "sends requests elsewhere or makes them as somebody else",
            );
        }
        for (const name of SKIPPED) {
            judge(provider.at(name), (value) =>
                value.flag() === true ? "switches a check of the provider off" : undefined,
            );
        }
    },
};
