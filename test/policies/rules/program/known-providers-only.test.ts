import { knownProvidersOnly } from "../../../../policies/rules/program/known-providers-only.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

describeRule(knownProvidersOnly, [
    ...[
        "aws:sqs/queue:Queue",
        "azure-native:storage:StorageAccount",
        "azuread:index/application:Application",
        "awsx:ec2:Vpc",
        "compliance:ingest:WorkQueue",
        "pulumi:pulumi:Stack",
        "pulumi:providers:aws",
    ].map((type) => ({ title: `accepts ${type}`, type, found: [] })),
    {
        title: "rejects another cloud",
        type: "gcp:storage/bucket:Bucket",
        found: ["type: is gcp:storage/bucket:Bucket, which no guardrail can read"],
    },
    {
        title: "rejects what aws has by another provider, in other words",
        type: "aws-native:s3:Bucket",
        found: ["type: is aws-native:s3:Bucket, which no guardrail can read"],
    },
    {
        title: "rejects another provider",
        type: "pulumi:providers:random",
        found: ["type: is pulumi:providers:random, which no guardrail can read"],
    },
    {
        title: "decides with everything unknown",
        type: "gcp:storage/bucket:Bucket",
        props: { name: unknown },
        found: ["type: is gcp:storage/bucket:Bucket, which no guardrail can read"],
    },
]);
