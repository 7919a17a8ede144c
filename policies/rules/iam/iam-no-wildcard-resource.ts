import { isDelivery } from "../../checks/held-to/delivery.ts";
import { isWideArn } from "../../checks/statements/pattern.ts";
import { allowed, IDENTITY_POLICIES, policiesOf } from "../../checks/statements/policy-document.ts";
import type { Resource } from "../../core/resource.ts";
import type { ResourceRule } from "../../core/rule.ts";

/** Actions for which AWS offers no narrower resource. */
const WITHOUT_RESOURCE: ReadonlySet<string> = new Set([
    "application-autoscaling:DescribeScalableTargets",
    "application-autoscaling:DescribeScalingPolicies",
    "cloudtrail:DescribeTrails",
    "cloudtrail:LookupEvents",
    "cloudwatch:PutMetricData",
    "datapipeline:CreatePipeline",
    "datapipeline:ListPipelines",
    "datapipeline:PollForTask",
    "datapipeline:ReportTaskProgress",
    "datapipeline:SetTaskStatus",
    "ec2:AssignPrivateIpAddresses",
    "ec2:CreateNetworkInterface",
    "ec2:DeleteNetworkInterface",
    "ec2:DescribeAccountAttributes",
    "ec2:DescribeAddresses",
    "ec2:DescribeAvailabilityZones",
    "ec2:DescribeDhcpOptions",
    "ec2:DescribeFlowLogs",
    "ec2:DescribeInternetGateways",
    "ec2:DescribeNetworkAcls",
    "ec2:DescribeNetworkInterfaces",
    "ec2:DescribePrefixLists",
    "ec2:DescribeRouteTables",
    "ec2:DescribeSecurityGroupRules",
    "ec2:DescribeSecurityGroups",
    "ec2:DescribeSubnets",
    "ec2:DescribeTags",
    "ec2:DescribeVpcEndpointServices",
    "ec2:DescribeVpcEndpoints",
    "ec2:DescribeVpcs",
    "ec2:UnassignPrivateIpAddresses",
    "ecr:GetAuthorizationToken",
    "emr-serverless:CreateApplication",
    "iam:EnableOutboundWebIdentityFederation",
    "iam:GetOutboundWebIdentityFederationInfo",
    "kms:CreateKey",
    "kms:ListAliases",
    "lambda:CreateEventSourceMapping",
    "logs:CreateLogDelivery",
    "logs:DeleteLogDelivery",
    "logs:DescribeLogGroups",
    "logs:DescribeResourcePolicies",
    "logs:GetLogDelivery",
    "logs:ListLogDeliveries",
    "logs:PutResourcePolicy",
    "logs:UpdateLogDelivery",
    "quicksight:CreateDataSource",
    "quicksight:CreateVPCConnection",
    "quicksight:DescribeAccountSubscription",
    "quicksight:ListIngestions",
    "redshift-data:DescribeStatement",
    "redshift-data:GetStatementResult",
    "redshift-serverless:CreateUsageLimit",
    "redshift-serverless:DeleteUsageLimit",
    "redshift-serverless:GetUsageLimit",
    "redshift-serverless:ListUsageLimits",
    "redshift-serverless:UpdateUsageLimit",
    "s3:ListAllMyBuckets",
    "sagemaker:ListTrainingJobs",
    "states:ValidateStateMachineDefinition",
    "sts:GetWebIdentityToken",
    "xray:GetSamplingRules",
    "xray:GetSamplingStatisticSummaries",
    "xray:GetSamplingTargets",
    "xray:PutTelemetryRecords",
    "tag:GetResources",
    "xray:PutTraceSegments",
]);

/** Services that hold data, keys, programs or identities, where all of a kind is too much however it is written. */
const HOLDING =
    /^arn:[^:]*:(athena|dynamodb|glue|iam|kinesis|kms|lambda|redshift-serverless|s3|secretsmanager|sns|sqs|ssm|states|sts|[^:]*[*?][^:]*):/;

export const iamNoWildcardResource: ResourceRule = {
    name: "iam-no-wildcard-resource",
    scope: "resource",
    why: "A role that may touch every resource of a kind may touch another function's data.",
    severity: "high",
    controls: ["pci:7.2.5", "nist:AC-6", "sox:404-access-1", "iso:A.8.2"],
    fix: "Name the resources, or use only actions that AWS cannot narrow down, such as xray:PutTraceSegments",
    types: IDENTITY_POLICIES,
    check(resource, judge) {
        for (const policy of policiesOf(resource)) {
            for (const statement of allowed(policy)) {
                judge(statement.at("Resource"), (resources) => {
                    if (!statement.at("NotResource").isAbsent()) return "covers everything but what it names";
                    const wide = resources.texts().find((name) => isWide(name, resource));
                    const narrow = statement
                        .at("Action")
                        .texts()
                        .filter((action) => !WITHOUT_RESOURCE.has(action));
                    return wide === undefined || narrow.length === 0
                        ? undefined
                        : `is ${wide} for ${narrow.join(", ")}`;
                });
            }
        }
    },
};

/** What deploys may touch all of a kind before it has a name; its boundary and its conditions hold it. */
function isWide(name: string, resource: Resource): boolean {
    if (/^([*?]+|arn:[^:]*:[^:]*:[^:]*:[^:]*:[*?]+)$/.test(name)) return true;
    return !isDelivery(resource) && HOLDING.test(name) && isWideArn(name);
}
