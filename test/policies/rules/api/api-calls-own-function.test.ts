import { apiCallsOwnFunction } from "../../../../policies/rules/api/api-calls-own-function.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const integrationUri = "arn:aws:lambda:eu-west-1:1:function:it";

describeRule(apiCallsOwnFunction, [
    { title: "accepts a function", props: { integrationType: "AWS_PROXY", integrationUri }, found: [] },
    {
        title: "rejects an address elsewhere",
        props: { integrationType: "HTTP_PROXY", integrationUri: "https://elsewhere.example" },
        found: ["integrationType: is not AWS_PROXY", "integrationUri: is not a function"],
    },
    {
        title: "rejects an integration that names nothing",
        props: {},
        found: ["integrationType: is not AWS_PROXY", "integrationUri: is not a function"],
    },
    {
        title: "rejects an empty address",
        props: { integrationType: "AWS_PROXY", integrationUri: "" },
        found: ["integrationUri: is not a function"],
    },
    {
        title: "cannot decide while the address is unknown",
        props: { integrationType: "AWS_PROXY", integrationUri: unknown },
        found: ["integrationUri is unknown"],
    },
]);
