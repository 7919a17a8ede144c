import { providerOurs } from "../../../../policies/rules/program/provider-ours.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const AZURE = "pulumi:providers:azure-native";
const TENANT = "22222222-2222-4222-8222-222222222222";
const SUBSCRIPTION = "22222220-2222-4222-8222-222222222222";
const OTHER = "33333333-3333-4333-8333-333333333333";

describeRule(providerOurs, [
    {
        title: "accepts the account and region of the environment, as the engine writes them",
        props: { allowedAccountIds: '["222222222222"]', region: "eu-west-1" },
        found: [],
    },
    {
        title: "accepts them as a list",
        props: { allowedAccountIds: ["222222222222"], region: "eu-west-1" },
        found: [],
    },
    {
        title: "rejects another account and another region",
        props: { allowedAccountIds: '["999999999999"]', region: "us-east-1" },
        found: [
            "allowedAccountIds: is 999999999999, not the account of this environment",
            "region: is us-east-1, in which nothing of ours may be",
        ],
    },
    {
        title: "rejects a second account",
        props: { allowedAccountIds: '["222222222222","999999999999"]', region: "eu-west-1" },
        found: ["allowedAccountIds: names 2 accounts, not the one of this environment"],
    },
    {
        title: "rejects a provider that says nothing",
        props: {},
        found: [
            "allowedAccountIds: names 0 accounts, not the one of this environment",
            "region: is not set: the environment of whoever runs it would decide",
        ],
    },
    {
        title: "accepts our tenant and subscription",
        type: AZURE,
        props: { tenantId: TENANT, subscriptionId: SUBSCRIPTION },
        found: [],
    },
    {
        title: "rejects others, and tokens of another tenant",
        type: AZURE,
        props: { tenantId: OTHER, subscriptionId: OTHER, auxiliaryTenantIds: `["${OTHER}"]` },
        found: [
            `tenantId: is ${OTHER}, no tenant of ours`,
            `subscriptionId: is ${OTHER}, no subscription of ours`,
            "auxiliaryTenantIds: lets tokens of other tenants in",
        ],
    },
    {
        title: "rejects an Entra provider of the session's tenant",
        type: "pulumi:providers:azuread",
        props: {},
        found: ["tenantId: is not set: the session of whoever runs it would decide"],
    },
    {
        title: "cannot decide while they are unknown",
        props: { allowedAccountIds: unknown, region: unknown },
        found: ["allowedAccountIds is unknown", "region is unknown"],
    },
]);
