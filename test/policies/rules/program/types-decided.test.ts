import { typesDecided } from "../../../../policies/rules/program/types-decided.ts";
import { describeRule } from "../../../support/describe-rule.ts";
import { unknown } from "../../../support/run-rule.ts";

const refused = (type: string) => [`type: is ${type}, about which no rule decides`];

describeRule(typesDecided, [
    ...[
        "aws:sqs/queue:Queue",
        "aws:s3/bucketV2:BucketV2",
        "aws:kms/alias:Alias",
        "azure-native:storage/v20230101:StorageAccount",
        "azure-native_storage_v20240101:storage:StorageAccount",
        "azuread:index/application:Application",
        "awsx:ec2:Vpc",
        "compliance:ingest:WorkQueue",
        "pulumi:providers:aws",
    ].map((type) => ({ title: `accepts ${type}`, type, found: [] })),
    ...[
        "aws:ec2/instance:Instance",
        "aws:rds/instance:Instance",
        "aws:transfer/server:Server",
        "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
        "aws:ram/resourceShare:ResourceShare",
        "aws:kms/grant:Grant",
        "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
        "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
        "aws:s3/accessPoint:AccessPoint",
        "aws:lambda/layerVersionPermission:LayerVersionPermission",
        "aws:cloudcontrol/resource:Resource",
        "aws-native:s3:Bucket",
        "azure-native:sql:Server",
        "azure-native:keyvault:Vault",
        "azure-native:resources:Deployment",
        "azure-native:datafactory:Trigger",
        "azuread:index/appRoleAssignment:AppRoleAssignment",
        "azuread:index/directoryRoleAssignment:DirectoryRoleAssignment",
    ].map((type) => ({ title: `rejects ${type}`, type, found: refused(type) })),
    {
        title: "decides with everything unknown",
        type: "aws:ec2/instance:Instance",
        props: { ami: unknown },
        found: refused("aws:ec2/instance:Instance"),
    },
]);
