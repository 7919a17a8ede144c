import { allowed, IDENTITY_POLICIES, policiesOf } from "../checks/policy-document.ts";
import type { ResourceRule } from "../core/rule.ts";

/** Actions for which AWS offers no narrower resource. */
const WITHOUT_RESOURCE: ReadonlySet<string> = new Set([
    "cloudwatch:PutMetricData",
    "datapipeline:PollForTask",
    "datapipeline:ReportTaskProgress",
    "datapipeline:SetTaskStatus",
    "ec2:AssignPrivateIpAddresses",
    "ec2:CreateNetworkInterface",
    "ec2:DeleteNetworkInterface",
    "ec2:DescribeDhcpOptions",
    "ec2:DescribeNetworkInterfaces",
    "ec2:DescribeSecurityGroups",
    "ec2:DescribeSubnets",
    "ec2:DescribeVpcs",
    "ec2:UnassignPrivateIpAddresses",
    "ecr:GetAuthorizationToken",
    "logs:CreateLogDelivery",
    "logs:DeleteLogDelivery",
    "logs:DescribeLogGroups",
    "logs:DescribeResourcePolicies",
    "logs:GetLogDelivery",
    "logs:ListLogDeliveries",
    "logs:PutResourcePolicy",
    "logs:UpdateLogDelivery",
    "redshift-data:DescribeStatement",
    "redshift-data:GetStatementResult",
    "sts:GetWebIdentityToken",
    "xray:GetSamplingRules",
    "xray:GetSamplingStatisticSummaries",
    "xray:GetSamplingTargets",
    "xray:PutTelemetryRecords",
    "xray:PutTraceSegments",
]);

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
                    const wide = resources.texts().find((name) => /^(\*|arn:[^:]*:[^:]*:[^:]*:[^:]*:\*+)$/.test(name));
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
