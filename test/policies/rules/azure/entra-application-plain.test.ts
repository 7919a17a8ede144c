import { entraApplicationPlain } from "../../../../policies/rules/azure/entra-application-plain.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

describeRule(entraApplicationPlain, [
    {
        title: "accepts an application that is an audience only",
        props: { identifierUris: ["api://one/two"] },
        found: [],
    },
    { title: "accepts empty lists", props: { owners: [], requiredResourceAccesses: [], web: {} }, found: [] },
    {
        title: "rejects a public client",
        props: { fallbackPublicClientEnabled: true, publicClient: { redirectUris: ["http://localhost"] } },
        found: [
            "fallbackPublicClientEnabled: lets anybody sign in without a secret",
            "publicClient: hands tokens to pages or people",
        ],
    },
    {
        title: "rejects tokens for a web page",
        props: { web: { implicitGrant: { accessTokenIssuanceEnabled: true } } },
        found: ["web: hands tokens to pages or people"],
    },
    {
        title: "rejects rights of the directory, and owners",
        props: { requiredResourceAccesses: [{ resourceAppId: "graph" }], owners: ["one"] },
        found: [
            "requiredResourceAccesses: asks for rights of the directory or of another application",
            "owners: may give the application a credential, whoever they are",
        ],
    },
    { title: "cannot decide while they are unknown", props: { owners: unknown }, found: ["owners is unknown"] },
]);
