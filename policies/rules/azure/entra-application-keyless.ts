import { ENTRA_APPLICATION, ENTRA_CREDENTIALS } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const entraApplicationKeyless: ResourceRule = {
    name: "entra-application-keyless",
    scope: "resource",
    why: "The application is the audience of tokens, of this tenant and of the issuer that AWS trusts; nobody signs in as it.",
    severity: "critical",
    controls: ["pci:8.6.3", "nist:IA-5", "sox:404-access-2", "iso:A.5.17"],
    fix: "Give it no credential, signInAudience AzureADMyOrg and api.requestedAccessTokenVersion 1",
    types: [ENTRA_APPLICATION, ...ENTRA_CREDENTIALS],
    check(resource, judge) {
        if (resource.type !== ENTRA_APPLICATION) {
            judge(resource.at("type"), () => "is a credential, by which somebody could sign in as the application");
            return;
        }
        judge(resource.at("password"), (password) =>
            password.isAbsent() ? undefined : "is set: somebody could sign in as the application",
        );
        judge(resource.at("signInAudience"), (audience) =>
            audience.text() === "AzureADMyOrg" ? undefined : "is not AzureADMyOrg, this tenant alone",
        );
        judge(resource.at("api.requestedAccessTokenVersion"), (version) =>
            version.number() === 1 ? undefined : "is not 1, the version whose issuer and audience AWS knows",
        );
    },
};
