import { isDelivery } from "../../checks/held-to/delivery.ts";
import { coversAction, isWideArn } from "../../checks/statements/pattern.ts";
import { allowed, IDENTITY_POLICIES, policiesOf } from "../../checks/statements/policy-document.ts";
import type { ResourceRule } from "../../core/rule.ts";

/** By each of these an identity gives rights, to itself or to others, or takes the limits of rights away. */
const GIVING = [
    "iam:AddRoleToInstanceProfile",
    "iam:AddUserToGroup",
    "iam:AttachGroupPolicy",
    "iam:AttachRolePolicy",
    "iam:AttachUserPolicy",
    "iam:CreateAccessKey",
    "iam:CreateLoginProfile",
    "iam:CreateOpenIDConnectProvider",
    "iam:CreatePolicyVersion",
    "iam:CreateRole",
    "iam:CreateSAMLProvider",
    "iam:CreateServiceSpecificCredential",
    "iam:CreateUser",
    "iam:DeleteRolePermissionsBoundary",
    "iam:DeleteRolePolicy",
    "iam:DeleteUserPermissionsBoundary",
    "iam:PutGroupPolicy",
    "iam:PutRolePermissionsBoundary",
    "iam:PutRolePolicy",
    "iam:PutUserPermissionsBoundary",
    "iam:PutUserPolicy",
    "iam:SetDefaultPolicyVersion",
    "iam:TagRole",
    "iam:UpdateAssumeRolePolicy",
    "iam:UpdateLoginProfile",
    "iam:UpdateOpenIDConnectProviderThumbprint",
    "cloudformation:CreateStack",
    "cloudformation:UpdateStack",
    "dynamodb:PutResourcePolicy",
    "ec2:AuthorizeSecurityGroupEgress",
    "ec2:AuthorizeSecurityGroupIngress",
    "ec2:CreateVpcPeeringConnection",
    "ecr:SetRepositoryPolicy",
    "events:PutPermission",
    "glue:PutResourcePolicy",
    "lakeformation:GrantPermissions",
    "lakeformation:PutDataLakeSettings",
    "kms:PutKeyPolicy",
    "kms:ReplicateKey",
    "lambda:AddLayerVersionPermission",
    "lambda:AddPermission",
    "lambda:CreateFunction",
    "lambda:CreateFunctionUrlConfig",
    "lambda:UpdateFunctionCode",
    "lambda:UpdateFunctionConfiguration",
    "logs:PutDestinationPolicy",
    "organizations:LeaveOrganization",
    "ram:CreateResourceShare",
    "redshift-serverless:PutResourcePolicy",
    "redshift-serverless:UpdateNamespace",
    "s3:BypassGovernanceRetention",
    "s3:PutAccessPointPolicy",
    "s3:PutAccountPublicAccessBlock",
    "s3:PutBucketAcl",
    "s3:PutBucketPolicy",
    "s3:PutBucketPublicAccessBlock",
    "s3:PutObjectAcl",
    "s3:PutReplicationConfiguration",
    "sagemaker:CreatePresignedNotebookInstanceUrl",
    "sagemaker:PutModelPackageGroupPolicy",
    "secretsmanager:PutResourcePolicy",
    "sns:AddPermission",
    "sns:SetTopicAttributes",
    "sqs:AddPermission",
    "sqs:SetQueueAttributes",
    "ssm:SendCommand",
    "ssm:StartSession",
    "states:CreateStateMachine",
    "states:UpdateStateMachine",
    "sts:GetFederationToken",
];
/** By these it becomes another identity, or hands one to a service: which one must be named. */
const BECOMING = ["iam:PassRole", "sts:AssumeRole", "sts:AssumeRoleWithWebIdentity"];

export const iamNoEscalation: ResourceRule = {
    name: "iam-no-escalation",
    scope: "resource",
    why: "Who may give rights has all of them: a function could open a key, a bucket or itself to anybody.",
    severity: "critical",
    controls: ["pci:7.2.5", "nist:AC-6", "sox:404-access-2", "iso:A.8.2"],
    fix: "Leave the right to the pipelines that deploy; name the one role that is assumed or passed",
    types: IDENTITY_POLICIES,
    check(resource, judge) {
        if (isDelivery(resource)) return;
        for (const policy of policiesOf(resource)) {
            for (const statement of allowed(policy)) {
                judge(statement.at("Action"), (actions) => {
                    const given = actions.texts();
                    const giving = GIVING.find((one) => given.some((action) => coversAction(action, one)));
                    if (giving !== undefined) return `allows ${giving}, by which it gives rights`;
                    const becoming = BECOMING.find((one) => given.some((action) => coversAction(action, one)));
                    const wide = statement.at("Resource").texts().find(namesNoRole);
                    return becoming === undefined || wide === undefined
                        ? undefined
                        : `allows ${becoming} on ${wide}, which is no one role`;
                });
            }
        }
    },
};

function namesNoRole(arn: string): boolean {
    return isWideArn(arn) || /[*?]/.test(arn);
}
