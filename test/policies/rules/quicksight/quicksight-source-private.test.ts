import { quicksightSourcePrivate } from "../../../../policies/rules/quicksight/quicksight-source-private.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const vpcConnectionProperties = { vpcConnectionArn: "arn:connection" };
const credentials = { secretArn: "arn:secret" };
const INTERNET = "vpcConnectionProperties.vpcConnectionArn: is not set: the source is asked over the internet";

describeRule(quicksightSourcePrivate, [
    {
        title: "accepts a connection in the network, by a secret, with TLS",
        props: { vpcConnectionProperties, credentials, sslProperties: { disableSsl: false } },
        found: [],
    },
    {
        title: "accepts what QuickSight has by default for TLS",
        props: { vpcConnectionProperties, credentials },
        found: [],
    },
    { title: "rejects a source without any", props: {}, found: [INTERNET, "credentials.secretArn: is not set"] },
    {
        title: "rejects empty groups",
        props: { vpcConnectionProperties: {}, credentials: {}, sslProperties: {} },
        found: [INTERNET, "credentials.secretArn: is not set"],
    },
    {
        title: "rejects a source without TLS",
        props: { vpcConnectionProperties, credentials, sslProperties: { disableSsl: true } },
        found: ["sslProperties.disableSsl: is on"],
    },
    {
        title: "rejects a password beside the secret",
        props: { vpcConnectionProperties, credentials: { ...credentials, credentialPair: { username: "u" } } },
        found: ["credentials.credentialPair: is a password in the program"],
    },
    {
        title: "cannot decide on a secret that is not known yet",
        props: { vpcConnectionProperties, credentials: { secretArn: unknown } },
        found: ["credentials.secretArn is unknown"],
    },
]);
