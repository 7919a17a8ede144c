import { API_AUTHORIZER } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

/** The issuer of version 1 tokens of one tenant; the slash at its end is part of it. */
const ENTRA_V1 = /^https:\/\/sts\.windows\.net\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\/$/;
/** An audience that every federation of the tenant shares. */
const SHARED = /^api:\/\/AzureADTokenExchange$/i;

export const apiIssuerExact: ResourceRule = {
    name: "api-issuer-exact",
    scope: "resource",
    why: "A token is worth what its issuer and audience are; another tenant's, or one made out for others, is worth nothing.",
    severity: "critical",
    controls: ["pci:7.2.1", "nist:IA-9", "iso:A.5.17", "iso:A.8.5"],
    fix: "Use a JWT authorizer with the issuer https://sts.windows.net/<tenant>/ and the application's own URI as audience",
    types: [API_AUTHORIZER],
    check(authorizer, judge) {
        judge(authorizer.at("authorizerType"), (type) => (type.text() === "JWT" ? undefined : "is not JWT"));
        judge(authorizer.at("jwtConfiguration.issuer"), (issuer) =>
            ENTRA_V1.test(issuer.text() ?? "") ? undefined : "is not the issuer of one tenant with its slash",
        );
        judge(authorizer.at("jwtConfiguration.audiences"), (audiences) => {
            const all = audiences.texts();
            if (all.length !== 1) return "are not exactly one";
            return all.some((one) => SHARED.test(one)) ? "are shared by every federation of the tenant" : undefined;
        });
        judge(authorizer.at("identitySources"), (sources) =>
            sources.texts().join().toLowerCase() === "$request.header.authorization"
                ? undefined
                : "are not the Authorization header; elsewhere a token ends up in logs",
        );
    },
};
