import { ENTRA_CREDENTIALS } from "../../../../policies/checks/types.ts";
import { entraApplicationKeyless } from "../../../../policies/rules/azure/entra-application-keyless.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const application = (changes: object = {}) => ({
    displayName: "it",
    signInAudience: "AzureADMyOrg",
    api: { requestedAccessTokenVersion: 1 },
    ...changes,
});
const OTHER_TENANTS = "signInAudience: is not AzureADMyOrg, this tenant alone";
const OTHER_VERSION = "api.requestedAccessTokenVersion: is not 1, the version whose issuer and audience AWS knows";

describeRule(entraApplicationKeyless, [
    { title: "accepts an audience of this tenant, with tokens of version 1", props: application(), found: [] },
    {
        title: "rejects a password",
        props: application({ password: { displayName: "one" } }),
        found: ["password: is set: somebody could sign in as the application"],
    },
    {
        title: "rejects an application of all tenants",
        props: application({ signInAudience: "AzureADMultipleOrgs" }),
        found: [OTHER_TENANTS],
    },
    {
        title: "rejects tokens of version 2, which have another issuer",
        props: application({ api: { requestedAccessTokenVersion: 2 } }),
        found: [OTHER_VERSION],
    },
    { title: "rejects an empty api", props: application({ api: {} }), found: [OTHER_VERSION] },
    { title: "rejects one that says nothing", props: {}, found: [OTHER_TENANTS, OTHER_VERSION] },
    ...ENTRA_CREDENTIALS.map((type) => ({
        title: `rejects ${type}`,
        type,
        props: {},
        found: ["type: is a credential, by which somebody could sign in as the application"],
    })),
    {
        title: "cannot decide while the audience is unknown",
        props: application({ signInAudience: unknown }),
        found: ["signInAudience is unknown"],
    },
]);
