import { AZURE_FEDERATION } from "../checks/types.ts";
import type { ResourceRule } from "../core/rule.ts";

/** For which all tokens must be made out that Azure exchanges. */
const AUDIENCE = "api://AzureADTokenExchange";

export const azureFederationExact: ResourceRule = {
    name: "azure-federation-exact",
    scope: "resource",
    why: "A foreign issuer vouches for many; whoever it calls by the subject acts as the identity.",
    severity: "critical",
    controls: ["pci:7.3.3", "nist:AC-3", "nist:IA-9", "iso:A.5.18"],
    fix: `Name an https issuer, one subject without wildcard, and the audience ${AUDIENCE} alone`,
    types: [AZURE_FEDERATION],
    check(credential, judge) {
        judge(credential.at("issuer"), (issuer) =>
            /^https:\/\/[^*]+$/.test(issuer.text() ?? "") ? undefined : "is no https address",
        );
        judge(credential.at("subject"), (subject) =>
            /^[^*?\s]+$/.test(subject.text() ?? "") ? undefined : "does not name one subject",
        );
        judge(credential.at("audiences"), (audiences) => {
            const [first, ...others] = audiences.texts();
            return first === AUDIENCE && others.length === 0 ? undefined : `is not ${AUDIENCE} alone`;
        });
    },
};
