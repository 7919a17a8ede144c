import { lambdaNoSecrets } from "../../../policies/rules/lambda-no-secrets.ts";
import { describeRule } from "../../support/describe-rule.ts";
import { unknown } from "../../support/run-rule.ts";

const P = "environment.variables";
const variables = (values: Record<string, string>) => ({ environment: { variables: values } });

describeRule(lambdaNoSecrets, [
    {
        title: "accepts names and addresses",
        props: variables({ BULK_QUEUE_URL: "https://queue", TOKEN_KEY_ID: "1-2-3", SECRET_ARN: "arn:secret" }),
        found: [],
    },
    { title: "accepts a function without an environment", props: {}, found: [] },
    { title: "accepts an empty environment", props: { environment: {} }, found: [] },
    {
        title: "rejects the name of a secret",
        props: variables({ DB_PASSWORD: "x" }),
        found: [`${P}.DB_PASSWORD: has the name of a secret`],
    },
    {
        title: "rejects an access key",
        props: variables({ WHO: "AKIAIOSFODNN7EXAMPLE" }),
        found: [`${P}.WHO: looks like a credential`],
    },
    {
        title: "rejects a private key",
        props: variables({ PEM: "-----BEGIN PRIVATE KEY-----" }),
        found: [`${P}.PEM: looks like a credential`],
    },
    {
        title: "rejects a storage key",
        props: variables({ STORE: "AccountName=a;AccountKey=b" }),
        found: [`${P}.STORE: looks like a credential`],
    },
    {
        title: "judges the other variables while one is unknown",
        props: variables({ API_KEY: "x", URL: unknown }),
        found: [`${P}.API_KEY: has the name of a secret`, `${P}.URL is unknown`],
    },
    {
        title: "cannot decide while the variables are unknown",
        props: { environment: { variables: unknown } },
        found: [`${P} is unknown`],
    },
]);
