import { providerNoStaticKeys } from "../../../../policies/rules/program/provider-no-static-keys.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const AWS = "pulumi:providers:aws";

describeRule(providerNoStaticKeys, [
    { title: "accepts a provider without keys", type: AWS, props: { region: "eu-west-1" }, found: [] },
    { title: "accepts an empty provider", type: AWS, props: {}, found: [] },
    {
        title: "rejects an access key, without repeating it",
        type: AWS,
        props: { accessKey: "AKIAIOSFODNN7EXAMPLE" },
        found: ["accessKey: puts a credential into the state"],
    },
    {
        title: "rejects a client secret",
        type: "pulumi:providers:azure-native",
        props: { clientSecret: "s" },
        found: ["clientSecret: puts a credential into the state"],
    },
    { title: "leaves resources alone", type: "aws:sqs/queue:Queue", props: { token: "t" }, found: [] },
    {
        title: "cannot decide while one is unknown",
        type: AWS,
        props: { secretKey: unknown },
        found: ["secretKey is unknown"],
    },
]);
