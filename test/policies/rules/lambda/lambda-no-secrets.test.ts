import { lambdaNoSecrets } from "../../../../policies/rules/lambda/lambda-no-secrets.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

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
    ...["DB_PASS", "TOKEN", "GITHUB_TOKEN", "SIGNING_KEY", "DATABASE_DSN", "WAREHOUSE_PWD"].map((name) => ({
        title: `rejects ${name} by its name`,
        props: variables({ [name]: "x" }),
        found: [`${P}.${name}: has the name of a secret`],
    })),
    ...[
        "ghp_abcdefghijklmnopqrstuvwxyz0123456789",
        "postgres://admin:hunter2@warehouse/db",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc",
        "Bearer abcdefghijklmnop1234",
        "https://one.blob.core.windows.net/?sv=1&sig=abc",
    ].map((value) => ({
        title: `rejects ${value.slice(0, 12)}… by its look`,
        props: variables({ WHERE: value }),
        found: [`${P}.WHERE: looks like a credential`],
    })),
    ...["ADMIN_SECRET_ARN", "TOKEN_KEY_ID", "TOKEN_KEY_VERSION", "PINNED_MODEL", "PASSED_CHECKS"].map((name) => ({
        title: `accepts ${name}, which is none`,
        props: variables({ [name]: "x" }),
        found: [],
    })),
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
