import { lambdaPlainEnvironment } from "../../../../policies/rules/lambda/lambda-plain-environment.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const variables = (given: Record<string, string>) => ({ environment: { variables: given } });
const V = "environment.variables";

describeRule(lambdaPlainEnvironment, [
    { title: "accepts a function without variables", props: {}, found: [] },
    {
        title: "accepts what changes nothing of the checks",
        props: variables({
            NODE_OPTIONS: "--enable-source-maps",
            NODE_TLS_REJECT_UNAUTHORIZED: "1",
            LOG_LEVEL: "INFO",
        }),
        found: [],
    },
    { title: "accepts a proxy of the bank", props: variables({ HTTPS_PROXY: "http://bank.example:3128" }), found: [] },
    ...Object.entries({
        NODE_TLS_REJECT_UNAUTHORIZED: "0",
        NODE_OPTIONS: "--tls-min-v1.0",
        NODE_EXTRA_CA_CERTS: "/opt/ca.pem",
        POWERTOOLS_LOGGER_LOG_EVENT: "true",
    }).map(([name, value]) => ({
        title: `rejects ${name}=${value}`,
        props: variables({ [name]: value }),
        found: [`${V}.${name}: loosens what the runtime checks or hides`],
    })),
    ...["evil.example:3128", "https://me@evil.example/"].map((proxy) => ({
        title: `rejects the proxy ${proxy}`,
        props: variables({ https_proxy: proxy }),
        found: [`${V}.https_proxy: leads to evil.example, none of our hosts`],
    })),
    {
        title: "cannot decide while it is unknown",
        props: variables({ HTTPS_PROXY: unknown }),
        found: [`${V}.HTTPS_PROXY is unknown`],
    },
]);
