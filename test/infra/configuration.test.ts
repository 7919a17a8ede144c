import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as pulumi from "@pulumi/pulumi";
import { parse } from "yaml";
import { configurationOf } from "../../infra/configuration.ts";
import { settingsOf, stackNames } from "../../stacks/settings-of.ts";

const SUBSCRIPTIONS = "compliance-platform:alertSubscriptions";

/** What Pulumi hands to the program: every value as text, lists and groups as JSON. */
function give(values: Record<string, unknown>): void {
    const asText = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
    pulumi.runtime.setAllConfig(Object.fromEntries(Object.entries(values).map(([key, value]) => [key, asText(value)])));
}

function written(stack: string): Record<string, unknown> {
    const file = new URL(`../../Pulumi.${stack}.yaml`, import.meta.url);
    return parse(readFileSync(file, "utf8")).config;
}

describe("configurationOf", () => {
    afterEach(() => pulumi.runtime.setAllConfig({}));

    for (const stack of stackNames) {
        it(`takes what Pulumi.${stack}.yaml says`, () => {
            const values = written(stack);
            give(values);
            const { environment, settings, accountId, region, azure, ...rest } = configurationOf(stack);
            const { subscriptions, sources, modelArtifact, dashboards } = rest;
            assert.equal(environment, stack);
            assert.equal(settings, settingsOf(stack));
            assert.deepEqual([accountId], values["aws:allowedAccountIds"]);
            assert.equal(region, values["aws:region"]);
            assert.deepEqual(azure, {
                location: values["azure-native:location"],
                tenantId: values["azure-native:tenantId"],
                appUri: values["compliance-platform:exchangeAppUri"],
                alertEmails: values["compliance-platform:azureAlertEmails"],
                writers: values["compliance-platform:supplementaryWriters"] ?? [],
                ...(stack === "local" && { awsIssuer: values["compliance-platform:awsTokenIssuer"] }),
            });
            assert.deepEqual(subscriptions, values[SUBSCRIPTIONS]);
            assert.deepEqual(sources, values["compliance-platform:sources"]);
            assert.equal(modelArtifact, values["compliance-platform:modelArtifact"]);
            assert.deepEqual(dashboards, values["compliance-platform:dashboards"]);
        });
    }

    it("does without a model, which a new environment has not yet", () => {
        const { "compliance-platform:modelArtifact": _, ...values } = written("dev");
        give(values);
        assert.equal("modelArtifact" in configurationOf("dev"), false);
    });

    it("is told who signs the account's tokens exactly where another stack owns that", () => {
        const ISSUER = "compliance-platform:awsTokenIssuer";
        const { [ISSUER]: issuer, ...without } = written("local");
        give(without);
        assert.throws(() => configurationOf("local"), {
            message:
                /Pulumi.local.yaml: compliance-platform:awsTokenIssuer is missing; it must be the issuer of the account's tokens, since stacks\/local.ts says that another stack owns it$/,
        });
        give({ ...written("dev"), [ISSUER]: issuer });
        assert.throws(() => configurationOf("dev"), { message: /must be left out, since this stack owns it/ });
        give({ ...without, [ISSUER]: "https://somebody.example" });
        assert.throws(() => configurationOf("local"), { message: /awsTokenIssuer is "https:\/\/somebody.example"/ });
    });

    it("makes the application in Entra only in the tenant whose tokens AWS takes", () => {
        const { "azuread:tenantId": tenant, ...without } = written("dev");
        const fault = /azuread:tenantId is .*; it must be the same as azure-native:tenantId, since stacks\/dev.ts says/;
        give({ ...without, "azuread:tenantId": String(tenant).replaceAll("1", "2") });
        assert.throws(() => configurationOf("dev"), { message: fault });
        give(without);
        assert.throws(() => configurationOf("dev"), { message: /azuread:tenantId is missing; it must be the same as/ });
    });

    it("takes no secret, which would end as plain text in the state", () => {
        const asText = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
        const values = Object.entries(written("dev")).map(([key, value]) => [key, asText(value)]);
        pulumi.runtime.setAllConfig(Object.fromEntries(values), [SUBSCRIPTIONS]);
        assert.throws(() => configurationOf("dev"), {
            message: /^compliance-platform:alertSubscriptions has a value under secure:, which would end as plain text/,
        });
        pulumi.runtime.setAllConfig({}, []);
    });

    it("reports every fault together, with the file, the key, the value and what would be right", () => {
        give({
            ...written("dev"),
            "aws:region": "Dublin",
            "aws:allowedAccountIds": ["111111111111", "222222222222"],
            "azure-native:tenantId": "the-bank",
            [SUBSCRIPTIONS]: {
                fraud: [{ protocol: "email", endpoint: "nobody" }],
                discrepancies: [],
                operations: [{ protocol: "sms", endpoint: "+353" }],
            },
            "compliance-platform:exchangeAppUri": "api://AzureADTokenExchange",
            "compliance-platform:azureAlertEmails": [],
            "compliance-platform:modelArtifact": "https://models/fraud.zip",
        });
        assert.throws(() => configurationOf("dev"), {
            message: [
                '9 faults in the settings of the stack "dev":',
                'Pulumi.dev.yaml: aws:region is "Dublin"; it must be an AWS region such as eu-west-1',
                'Pulumi.dev.yaml: aws:allowedAccountIds is ["111111111111","222222222222"]; it must be a list of exactly one AWS account, 12 digits in quotes',
                'Pulumi.dev.yaml: azure-native:tenantId is "the-bank"; it must be a GUID in small letters',
                `Pulumi.dev.yaml: ${SUBSCRIPTIONS}.fraud[0].endpoint is "nobody"; it must be an e-mail address`,
                `Pulumi.dev.yaml: ${SUBSCRIPTIONS}.discrepancies is []; it must be a list of at least one subscription, or nobody hears of it`,
                `Pulumi.dev.yaml: ${SUBSCRIPTIONS}.operations[0].protocol is "sms"; it must be a protocol among email, https and sqs, with its endpoint`,
                'Pulumi.dev.yaml: compliance-platform:exchangeAppUri is "api://AzureADTokenExchange"; it must be the URI of one application of the tenant, such as api://<tenant id>/compliance-exchange',
                "Pulumi.dev.yaml: compliance-platform:azureAlertEmails is []; it must be a list of at least one e-mail address",
                'Pulumi.dev.yaml: compliance-platform:modelArtifact is "https://models/fraud.zip"; it must be the address of a model in S3, such as s3://bucket/folder/model.tar.gz, or starter for the one of the repository, or left out',
            ].join("\n  "),
        });
    });

    it("refuses a region without AWS Data Pipeline where that orchestrates, and only there", () => {
        give({ ...written("prod"), "aws:region": "eu-central-1" });
        assert.throws(() => configurationOf("prod"), {
            message:
                '1 fault in the settings of the stack "prod":\n  Pulumi.prod.yaml: aws:region is "eu-central-1"; it must be ' +
                "one of us-east-1, us-west-2, eu-west-1, ap-southeast-2, ap-northeast-1, where AWS Data Pipeline exists, " +
                "or else the orchestrator step-functions",
        });
        give({ ...written("prod"), "aws:region": "Dublin" });
        assert.throws(() => configurationOf("prod"), /^Error: 1 fault /);
        give({ ...written("dev"), "aws:region": "eu-central-1" });
        assert.equal(configurationOf("dev").region, "eu-central-1");
    });

    it("says what is missing from an empty file", () => {
        assert.throws(
            () => configurationOf("local"),
            /^Error: 11 faults .*\n {2}Pulumi.local.yaml: aws:region is missing; it must be an AWS region/,
        );
    });

    it("ends the program without a stack trace", () => {
        assert.throws(() => configurationOf("local"), pulumi.RunError);
        assert.throws(() => configurationOf("staging"), pulumi.RunError);
    });

    it("names the stacks there are when it does not know one", () => {
        assert.throws(
            () => configurationOf("staging"),
            /there are no settings for the stack "staging"; there are for dev, prod, local/,
        );
    });
});
