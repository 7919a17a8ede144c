import { providerPlain } from "../../../../policies/rules/program/provider-plain.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const DETOUR = "sends requests elsewhere or makes them as somebody else";
const SKIPPED = "switches a check of the provider off";

describeRule(providerPlain, [
    { title: "accepts a provider with its region alone", props: { region: "eu-west-1", version: "7.48.0" }, found: [] },
    {
        title: "accepts checks that are not switched off",
        props: { insecure: false, skipRegionValidation: "false" },
        found: [],
    },
    { title: "accepts an empty list", props: { endpoints: "[]", assumeRoles: [] }, found: [] },
    ...Object.entries({
        assumeRoles: [{ roleArn: "arn:aws:iam::999999999999:role/admin" }],
        endpoints: [{ s3: "https://evil.example" }],
        profile: "other",
        httpsProxy: "http://evil.example",
    }).map(([name, value]) => ({ title: `rejects ${name}`, props: { [name]: value }, found: [`${name}: ${DETOUR}`] })),
    ...["insecure", "skipCredentialsValidation", "skipRequestingAccountId"].map((name) => ({
        title: `rejects ${name}`,
        props: { [name]: "true" },
        found: [`${name}: ${SKIPPED}`],
    })),
    {
        title: "rejects another cloud behind the same provider",
        type: "pulumi:providers:azure-native",
        props: { environment: "china", metadataHost: "evil.example" },
        found: [`environment: ${DETOUR}`, `metadataHost: ${DETOUR}`],
    },
    { title: "cannot decide while one is unknown", props: { endpoints: unknown }, found: ["endpoints is unknown"] },
]);
