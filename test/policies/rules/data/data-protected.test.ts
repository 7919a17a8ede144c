import { dataProtected } from "../../../../policies/rules/data/data-protected.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

describeRule(dataProtected, [
    { title: "accepts what is protected", protect: true, found: [] },
    ...[
        "aws:s3/bucket:Bucket",
        "aws:kms/key:Key",
        "aws:dynamodb/table:Table",
        "aws:sqs/queue:Queue",
        "azure-native:storage:StorageAccount",
        "azure-native:storage:BlobContainer",
        "azure-native:resources:ResourceGroup",
    ].map((type) => ({
        title: `rejects ${type} without protection`,
        type,
        found: ["protect: is not set in production"],
    })),
    {
        title: "judges an API version of Azure too",
        type: "azure-native:storage/v20230101:StorageAccount",
        found: ["protect: is not set in production"],
    },
    { title: "accepts it in dev", stack: "dev", found: [] },
    {
        title: "decides with everything unknown",
        props: { bucket: unknown },
        found: ["protect: is not set in production"],
    },
]);
