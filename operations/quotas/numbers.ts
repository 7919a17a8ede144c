import type { Program } from "./program.ts";
import { countOf, type Need, type Quota } from "./quota.ts";

type Counted = Omit<Quota, "because"> & {
    readonly type: string;
    readonly fits?: (inputs: Record<string, unknown>) => boolean;
};

const VPC = "https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html";
const AZURE = "https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits";

/** Limits on how many of a kind there are. Those of IAM and S3 are asked in another region, so that they are not asked. */
const COUNTED: readonly Counted[] = [
    {
        cloud: "AWS",
        of: "VPC",
        name: "VPCs per Region",
        asked: { service: "vpc", code: "L-F678F1CE" },
        standard: 5,
        source: VPC,
        type: "aws:ec2/vpc:Vpc",
    },
    {
        cloud: "AWS",
        of: "VPC",
        name: "Internet gateways per Region",
        asked: { service: "vpc", code: "L-A4707A72" },
        standard: 5,
        source: VPC,
        type: "aws:ec2/internetGateway:InternetGateway",
    },
    {
        cloud: "AWS",
        of: "VPC",
        name: "Interface VPC endpoints per VPC",
        asked: { service: "vpc", code: "L-29B6F2EB" },
        standard: 50,
        source: VPC,
        type: "aws:ec2/vpcEndpoint:VpcEndpoint",
        fits: ({ vpcEndpointType }) => vpcEndpointType === "Interface",
    },
    {
        cloud: "AWS",
        of: "S3",
        name: "General purpose buckets",
        standard: 10_000,
        source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/BucketRestrictions.html",
        type: "aws:s3/bucket:Bucket",
    },
    {
        cloud: "AWS",
        of: "IAM",
        name: "Roles per account",
        standard: 1000,
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
        type: "aws:iam/role:Role",
    },
    {
        cloud: "AWS",
        of: "DynamoDB",
        name: "Maximum number of tables",
        asked: { service: "dynamodb", code: "L-F98FE922" },
        standard: 2500,
        source: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html",
        type: "aws:dynamodb/table:Table",
    },
    {
        cloud: "AWS",
        of: "CloudWatch",
        name: "Alarms per Region",
        standard: 5000,
        source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_limits.html",
        type: "aws:cloudwatch/metricAlarm:MetricAlarm",
    },
    {
        cloud: "AWS",
        of: "Data Pipeline",
        name: "Pipelines per account",
        standard: 100,
        source: "https://docs.aws.amazon.com/datapipeline/latest/DeveloperGuide/dp-limits.html",
        type: "aws:datapipeline/pipeline:Pipeline",
    },
    {
        cloud: "AWS",
        of: "Redshift Serverless",
        name: "Workgroups per Region",
        standard: 25,
        source: "https://docs.aws.amazon.com/redshift/latest/mgmt/amazon-redshift-limits.html",
        type: "aws:redshiftserverless/workgroup:Workgroup",
    },
    {
        cloud: "Azure",
        of: "Storage",
        name: "Storage accounts per region and subscription",
        standard: 250,
        source: AZURE,
        type: "azure-native:storage:StorageAccount",
    },
    {
        cloud: "Azure",
        of: "Data Factory",
        name: "Data factories per subscription",
        standard: 800,
        source: AZURE,
        type: "azure-native:datafactory:Factory",
    },
    {
        cloud: "Azure",
        of: "Access",
        name: "Role assignments per subscription",
        standard: 4000,
        source: AZURE,
        type: "azure-native:authorization:RoleAssignment",
    },
    {
        cloud: "Azure",
        of: "Monitor",
        name: "Metric alert rules per subscription",
        standard: 5000,
        source: AZURE,
        type: "azure-native:monitor:MetricAlert",
    },
];

/** How many of a kind a stack has, for the kinds that are limited. */
export function numbersOf(program: Program): Need[] {
    return COUNTED.flatMap(({ type, fits, ...quota }) => {
        const needed = countOf(program, type, fits);
        return needed === 0 ? [] : [{ ...quota, kind: "number", needed, because: `${needed} in the program` }];
    });
}
