import { boundaryArn, DELIVERY_PATH } from "../../security/role-place.ts";
import type { State } from "./state.ts";
import { of, type Statement } from "./statement.ts";

/** Every service that the platform, its functions or its pipelines use. */
const SERVICES = [
    "apigateway",
    "application-autoscaling",
    "athena",
    "budgets",
    "cloudformation",
    "cloudtrail",
    "cloudwatch",
    "datapipeline",
    "dynamodb",
    "ec2",
    "ecr",
    "emr-serverless",
    "events",
    "glue",
    "iam",
    "kms",
    "lambda",
    "logs",
    "quicksight",
    "redshift-data",
    "redshift-serverless",
    "route53",
    "s3",
    "sagemaker",
    "scheduler",
    "secretsmanager",
    "sns",
    "sqs",
    "states",
    "sts",
    "tag",
    "xray",
];

/** Services that answer in no region, or from one that AWS chose. */
const WITHOUT_REGION = ["budgets", "iam", "route53", "sts"];

/**
 * What no role of the platform or of its pipelines can do, whatever its own policies say. It grants nothing: a role may do
 * what its policies and this both allow, hence the wildcards here, which are wrong everywhere else.
 */
export function boundary(accountId: string, regions: readonly string[], state: State): Statement[] {
    const own = boundaryArn(accountId);
    const everything = (services: string[]) => services.map((service) => `${service}:*`);
    const deny = (Action: string[], Resource: Statement["Resource"] = "*"): Statement => ({
        Effect: "Deny",
        Action,
        Resource,
    });
    const iam = `arn:aws:iam::${accountId}`;
    return [
        { Effect: "Allow", Action: everything(SERVICES), Resource: "*" },
        {
            Effect: "Deny",
            NotAction: everything(WITHOUT_REGION),
            Resource: "*",
            Condition: { StringNotEquals: { "aws:RequestedRegion": regions } },
        },
        // No role without this limit comes into being, and none loses it.
        {
            ...deny(of("iam", "AttachRolePolicy", "CreateRole", "PutRolePermissionsBoundary", "PutRolePolicy")),
            Condition: { StringNotEquals: { "iam:PermissionsBoundary": own } },
        },
        deny(of("iam", "DeleteRolePermissionsBoundary")),
        // The limit itself, the pipelines' own roles and policies, and whose tokens count.
        deny(
            of(
                "iam",
                "AttachRolePolicy",
                "CreatePolicy",
                "CreatePolicyVersion",
                "DeletePolicy",
                "DeletePolicyVersion",
                "DeleteRole",
                "DeleteRolePolicy",
                "DetachRolePolicy",
                "PassRole",
                "PutRolePolicy",
                "SetDefaultPolicyVersion",
                "UpdateAssumeRolePolicy",
                "UpdateRole",
            ),
            [`${iam}:role${DELIVERY_PATH}*`, `${iam}:policy${DELIVERY_PATH}*`],
        ),
        deny(
            of(
                "iam",
                "AddClientIDToOpenIDConnectProvider",
                "DeleteOpenIDConnectProvider",
                "UpdateOpenIDConnectProviderThumbprint",
            ),
            `${iam}:oidc-provider/token.actions.githubusercontent.com`,
        ),
        // No person or key without an end.
        deny(
            of(
                "iam",
                "AddUserToGroup",
                "AttachUserPolicy",
                "CreateAccessKey",
                "CreateLoginProfile",
                "CreateServiceSpecificCredential",
                "CreateUser",
                "PutUserPolicy",
                "UpdateAccessKey",
                "UpdateLoginProfile",
                "UploadSSHPublicKey",
                "UploadSigningCertificate",
            ),
        ),
        // What is gone with these does not come back: the trail, and all data under a key.
        deny(of("cloudtrail", "DeleteTrail", "StopLogging")),
        deny(of("kms", "DeleteImportedKeyMaterial", "DisableKey", "DisableKeyRotation", "ScheduleKeyDeletion")),
        deny(of("s3", "BypassGovernanceRetention")),
        // Objects of the state may be written; how they are kept is the bootstrap's.
        deny(
            of(
                "s3",
                "DeleteBucket",
                "DeleteBucketPolicy",
                "PutBucketPolicy",
                "PutBucketPublicAccessBlock",
                "PutBucketVersioning",
                "PutEncryptionConfiguration",
                "PutLifecycleConfiguration",
            ),
            `arn:aws:s3:::${state.bucket}`,
        ),
        deny(of("kms", "CreateAlias", "CreateGrant", "DeleteAlias", "PutKeyPolicy", "UpdateAlias"), [
            state.key,
            state.secretsKey,
        ]),
    ];
}
