import { apiIssuerExact } from "../../../../policies/rules/api/api-issuer-exact.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const issuer = "https://sts.windows.net/11111111-1111-4111-8111-111111111111/";
const authorizer = (jwt: object = {}, more: object = {}) => ({
    authorizerType: "JWT",
    identitySources: ["$request.header.Authorization"],
    jwtConfiguration: { issuer, audiences: ["api://it"], ...jwt },
    ...more,
});
const ISSUER = "jwtConfiguration.issuer: is not the issuer of one tenant with its slash";

describeRule(apiIssuerExact, [
    { title: "accepts one tenant and one audience", props: authorizer(), found: [] },
    {
        title: "rejects an issuer without its slash",
        props: authorizer({ issuer: issuer.slice(0, -1) }),
        found: [ISSUER],
    },
    {
        title: "rejects version 2, whose audience STS does not find",
        props: authorizer({ issuer: "https://login.microsoftonline.com/11111111-1111-4111-8111-111111111111/v2.0" }),
        found: [ISSUER],
    },
    {
        title: "rejects every tenant",
        props: authorizer({ issuer: "https://sts.windows.net/common/" }),
        found: [ISSUER],
    },
    {
        title: "rejects an audience that every federation shares",
        props: authorizer({ audiences: ["api://AzureADTokenExchange"] }),
        found: ["jwtConfiguration.audiences: are shared by every federation of the tenant"],
    },
    {
        title: "rejects a second audience",
        props: authorizer({ audiences: ["api://it", "api://else"] }),
        found: ["jwtConfiguration.audiences: are not exactly one"],
    },
    {
        title: "rejects a token in the address",
        props: authorizer({}, { identitySources: ["$request.querystring.token"] }),
        found: ["identitySources: are not the Authorization header; elsewhere a token ends up in logs"],
    },
    {
        title: "rejects an authorizer that says nothing",
        props: {},
        found: [
            "authorizerType: is not JWT",
            ISSUER,
            "jwtConfiguration.audiences: are not exactly one",
            "identitySources: are not the Authorization header; elsewhere a token ends up in logs",
        ],
    },
    {
        title: "cannot decide while the audience is unknown",
        props: authorizer({ audiences: unknown }),
        found: ["jwtConfiguration.audiences is unknown"],
    },
]);
