import { jsonStringify, type Output } from "@pulumi/pulumi";

/** What an AWS service may do with a key, and on whose behalf. */
export interface ServiceUse {
    /** Service principal, such as `s3.amazonaws.com`. */
    service: string;
    actions: string[];
    /** What a request must show besides; pins it to this account. */
    condition: Record<string, Record<string, string>>;
}

const ADMINISTRATION = [
    "kms:CancelKeyDeletion",
    "kms:CreateAlias",
    "kms:DeleteAlias",
    "kms:DescribeKey",
    "kms:DisableKey",
    "kms:EnableKey",
    "kms:EnableKeyRotation",
    "kms:GetKeyPolicy",
    "kms:GetKeyRotationStatus",
    "kms:ListGrants",
    "kms:ListKeyPolicies",
    "kms:ListResourceTags",
    "kms:PutKeyPolicy",
    "kms:RevokeGrant",
    "kms:ScheduleKeyDeletion",
    "kms:TagResource",
    "kms:UntagResource",
    "kms:UpdateAlias",
    "kms:UpdateKeyDescription",
];

/**
 * The policy of one key: the account administers it and may pass on `use` by IAM policies; each service only as said.
 * In a key's own policy the resource "*" means this key; AWS takes nothing narrower.
 */
export function keyPolicy(accountId: string, use: string[], services: ServiceUse[]): Output<string> {
    const account = { AWS: `arn:aws:iam::${accountId}:root` };
    return jsonStringify({
        Version: "2012-10-17",
        Statement: [
            {
                Sid: "AccountAdministers",
                Effect: "Allow",
                Principal: account,
                Action: ADMINISTRATION,
                Resource: "*",
            },
            { Sid: "AccountPassesOnUse", Effect: "Allow", Principal: account, Action: use, Resource: "*" },
            {
                // DynamoDB and Lambda work through grants; nobody may grant the key to anything but an AWS service.
                Sid: "AccountGrantsToServices",
                Effect: "Allow",
                Principal: account,
                Action: ["kms:CreateGrant"],
                Resource: "*",
                Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
            },
            ...services.map(({ service, actions, condition }) => ({
                Effect: "Allow",
                Principal: { Service: service },
                Action: actions,
                Resource: "*",
                Condition: condition,
            })),
        ],
    });
}
