import { federationOurs } from "../../../../policies/rules/iam/federation-ours.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const AUTHORIZER = "aws:apigatewayv2/authorizer:Authorizer";
const CREDENTIAL = "azure-native:managedidentity:FederatedIdentityCredential";
const PROVIDER = "aws:iam/openIdConnectProvider:OpenIdConnectProvider";
const TENANT = "https://sts.windows.net/22222222-2222-4222-8222-222222222222/";
const OTHER_TENANT = "https://sts.windows.net/33333333-3333-4333-8333-333333333333/";
const SIGNER = "https://11111111-1111-4111-8111-111111111111.tokens.sts.global.api.aws";
const GITHUB = "https://token.actions.githubusercontent.com";
const ROLE = "arn:aws:iam::222222222222:role/request";
const OUTBOUND = {
    type: "aws:iam/outboundWebIdentityFederation:OutboundWebIdentityFederation",
    name: "issuer",
    props: { issuerIdentifier: SIGNER },
};

describeRule(federationOurs, [
    {
        title: "accepts an API for tokens of our tenant",
        type: AUTHORIZER,
        props: { jwtConfiguration: { issuer: TENANT } },
        found: [],
    },
    {
        title: "rejects an API for tokens of another tenant",
        type: AUTHORIZER,
        props: { jwtConfiguration: { issuer: OTHER_TENANT } },
        found: [`jwtConfiguration.issuer: is ${OTHER_TENANT}, none of our issuers`],
    },
    {
        title: "rejects an API that names nobody",
        type: AUTHORIZER,
        props: {},
        found: ["jwtConfiguration.issuer: is not set, none of our issuers"],
    },
    { title: "accepts the provider of our tenant", type: PROVIDER, props: { url: TENANT }, found: [] },
    { title: "accepts it as AWS gives it back", type: PROVIDER, props: { url: GITHUB.slice(8) }, found: [] },
    {
        title: "rejects a provider of another issuer",
        type: PROVIDER,
        props: { url: "https://gitlab.com" },
        found: ["url: is https://gitlab.com, none of our issuers"],
    },
    {
        title: "rejects our tenant without its slash, which is another name",
        type: PROVIDER,
        props: { url: TENANT.slice(0, -1) },
        found: [`url: is ${TENANT.slice(0, -1)}, none of our issuers`],
    },
    {
        title: "accepts a role of ours by the issuer of this program",
        type: CREDENTIAL,
        props: { issuer: SIGNER, subject: ROLE },
        beside: [OUTBOUND],
        found: [],
    },
    {
        title: "accepts a run of our repository",
        type: CREDENTIAL,
        props: { issuer: GITHUB, subject: "repo:bank-example@1000001/compliance-platform@2000002:pull_request" },
        found: [],
    },
    {
        title: "rejects the issuer of another account, and another account's role",
        type: CREDENTIAL,
        props: { issuer: SIGNER, subject: "arn:aws:iam::999999999999:role/one" },
        found: [`issuer: is ${SIGNER}, none of our issuers`, "subject: is of the account 999999999999, none of ours"],
    },
    {
        title: "rejects another repository",
        type: CREDENTIAL,
        props: { issuer: GITHUB, subject: "repo:somebody/compliance-platform:ref:refs/heads/main" },
        found: ["subject: is of somebody/compliance-platform, no repository of ours"],
    },
    {
        title: "rejects a subject of another kind",
        type: CREDENTIAL,
        props: { issuer: TENANT, subject: "system:serviceaccount:one:two" },
        found: ["subject: is neither a role of AWS nor a run of a repository"],
    },
    {
        title: "cannot decide while they are unknown",
        type: CREDENTIAL,
        props: { issuer: unknown, subject: unknown },
        found: ["issuer is unknown", "subject is unknown"],
    },
]);
