import { azureFederationPinned } from "../../../../policies/rules/azure/azure-federation-pinned.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const credential = (changes: object = {}) => ({
    issuer: "https://12345678-1234-4123-8123-123456789012.tokens.sts.global.api.aws",
    subject: "arn:aws:iam::111122223333:role/request-1234567",
    audiences: ["api://AzureADTokenExchange"],
    ...changes,
});
const NO_ISSUER = "issuer: is not the issuer of one AWS account";
const NO_ROLE = "subject: is not one role of AWS";
const OTHER_AUDIENCE = "audiences: is not api://AzureADTokenExchange alone";

const GITHUB = "https://token.actions.githubusercontent.com";

describeRule(azureFederationPinned, [
    { title: "accepts one role of one account", props: credential(), found: [] },
    {
        title: "accepts one kind of run of one repository on GitHub",
        props: credential({ issuer: GITHUB, subject: "repo:bank@1/platform@2:environment:prod" }),
        found: [],
    },
    {
        title: "rejects GitHub's word for a role of AWS",
        props: credential({ issuer: GITHUB }),
        found: ["subject: is not one kind of run of one repository"],
    },
    {
        title: "rejects every run of a repository on GitHub",
        props: credential({ issuer: GITHUB, subject: "repo:bank/platform:*" }),
        found: ["subject: is not one kind of run of one repository"],
    },
    {
        title: "rejects another issuer",
        props: credential({ issuer: "https://tokens.example" }),
        found: [NO_ISSUER],
    },
    {
        title: "rejects every role",
        props: credential({ subject: "arn:aws:iam::111122223333:role/*" }),
        found: [NO_ROLE],
    },
    {
        title: "rejects another audience beside Entra's",
        props: credential({ audiences: ["api://AzureADTokenExchange", "api://other"] }),
        found: [OTHER_AUDIENCE],
    },
    { title: "rejects one that says nothing", props: {}, found: [NO_ISSUER, NO_ROLE, OTHER_AUDIENCE] },
    {
        title: "cannot decide while the issuer is unknown",
        props: credential({ issuer: unknown }),
        found: ["issuer is unknown"],
    },
]);
