import { azureFederationExact } from "../../../policies/rules/azure-federation-exact.ts";
import { describeRule } from "../../support/describe-rule.ts";
import { unknown } from "../../support/run-rule.ts";

const exact = {
    issuer: "https://token.actions.githubusercontent.com",
    subject: "repo:bank@1/platform@2:environment:prod",
    audiences: ["api://AzureADTokenExchange"],
};

describeRule(azureFederationExact, [
    { title: "accepts one subject of one issuer for the exchange", props: exact, found: [] },
    {
        title: "rejects a subject that stands for many",
        props: { ...exact, subject: "repo:bank/platform:*" },
        found: ["subject: does not name one subject"],
    },
    {
        title: "rejects an issuer without TLS",
        props: { ...exact, issuer: "http://tokens.example" },
        found: ["issuer: is no https address"],
    },
    {
        title: "rejects tokens that were made out for somebody else",
        props: { ...exact, audiences: ["api://AzureADTokenExchange", "api://other"] },
        found: ["audiences: is not api://AzureADTokenExchange alone"],
    },
    {
        title: "cannot decide while the subject is unknown",
        props: { ...exact, subject: unknown },
        found: ["subject is unknown"],
    },
]);
