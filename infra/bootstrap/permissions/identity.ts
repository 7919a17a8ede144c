import { SECRETS_ROLE } from "../../dashboards/quicksight-account.ts";
import { boundaryArn, PIPELINE_ROLE, rolePath } from "../../security/role-place.ts";
import { type Access, allow, of, type Place, unnamed } from "./statement.ts";

/** Services that act in a role of the platform. */
export const TRUSTED_SERVICES = [
    "datapipeline",
    "emr-serverless",
    "lambda",
    "quicksight",
    "redshift",
    "redshift-serverless",
    "sagemaker",
    "scheduler",
    "states",
    "vpc-flow-logs",
];

/** Services that make a role of their own in the account when something of theirs is first used. */
const OWN_ROLES = ["ops.apigateway", "ops.emr-serverless", "redshift", "sagemaker.application-autoscaling"];

/** The roles of one environment, which only these services may be given, and the trusts in other clouds. */
export function identity({ accountId, environment }: Place): Access {
    const inAccount = (what: string) => `arn:aws:iam::${accountId}:${what}`;
    const roles = [
        inAccount(`role${rolePath(environment)}*`),
        // Data Pipeline looks for a role by its name alone, so these lie in no path.
        inAccount(`role/${PIPELINE_ROLE}*`),
        // QuickSight looks for this one by its name.
        inAccount(`role/service-role/${SECRETS_ROLE}`),
    ];
    const policies = inAccount(`policy${rolePath(environment)}*`);
    const azure = inAccount("oidc-provider/sts.windows.net/*");
    const bounded = { StringEquals: { "iam:PermissionsBoundary": boundaryArn(accountId) } };
    const services = (names: string[]) => names.map((name) => `${name}.amazonaws.com`);
    return {
        read: [
            allow(
                of(
                    "iam",
                    "GetRole",
                    "GetRolePolicy",
                    "ListAttachedRolePolicies",
                    "ListInstanceProfilesForRole",
                    "ListRolePolicies",
                    "ListRoleTags",
                ),
                roles,
            ),
            allow(of("iam", "GetPolicy", "GetPolicyVersion", "ListPolicyTags", "ListPolicyVersions"), policies),
            allow(of("iam", "GetOpenIDConnectProvider"), azure),
            unnamed(of("iam", "GetOutboundWebIdentityFederationInfo")),
        ],
        write: [
            // Nothing that the pipeline creates can do more than the pipeline itself.
            allow(of("iam", "AttachRolePolicy", "CreateRole", "PutRolePolicy"), roles, bounded),
            allow(
                of(
                    "iam",
                    "DeleteRole",
                    "DeleteRolePolicy",
                    "DetachRolePolicy",
                    "TagRole",
                    "UntagRole",
                    "UpdateAssumeRolePolicy",
                    "UpdateRole",
                    "UpdateRoleDescription",
                ),
                roles,
            ),
            allow(
                of(
                    "iam",
                    "CreatePolicy",
                    "CreatePolicyVersion",
                    "DeletePolicy",
                    "DeletePolicyVersion",
                    "TagPolicy",
                    "UntagPolicy",
                ),
                policies,
            ),
            allow(of("iam", "PassRole"), roles, {
                StringEquals: { "iam:PassedToService": services(TRUSTED_SERVICES) },
            }),
            allow(of("iam", "CreateServiceLinkedRole"), inAccount("role/aws-service-role/*"), {
                StringEquals: { "iam:AWSServiceName": services(OWN_ROLES) },
            }),
            allow(
                of(
                    "iam",
                    "AddClientIDToOpenIDConnectProvider",
                    "CreateOpenIDConnectProvider",
                    "RemoveClientIDFromOpenIDConnectProvider",
                    "TagOpenIDConnectProvider",
                    "UntagOpenIDConnectProvider",
                    "UpdateOpenIDConnectProviderThumbprint",
                ),
                azure,
            ),
            unnamed(of("iam", "EnableOutboundWebIdentityFederation")),
        ],
    };
}
