import type { Given } from "../../support/run-rule.ts";
import {
    ACCOUNT,
    alarm,
    arn,
    KEY,
    key,
    logs,
    operations,
    PLAIN_HTTP,
    policy,
    role,
    roleArn,
    shown,
    tags,
} from "./parts.ts";

const ROOT = { AWS: `arn:aws:iam::${ACCOUNT}:root` };

/** A bucket whose policy is put together of parts, as `getPolicyDocument` gives it: lists of one, no version. */
export function bucket(name = "statements", props: object = {}, more: object[] = []): Given[] {
    const bucketArn = `arn:aws:s3:::${name}`;
    const of = (type: string, given: object): Given => ({
        type: `aws:s3/${type[0]?.toLowerCase()}${type.slice(1)}:${type}`,
        name,
        props: { bucket: name, ...given },
    });
    const refuse = (header: string, value: string) => ({
        Effect: "Deny",
        Principal: { AWS: ["*"] },
        Action: ["s3:PutObject"],
        Resource: [`${bucketArn}/*`],
        Condition: { StringNotEquals: { [header]: [value] }, Null: { [header]: ["false"] } },
    });
    return [
        {
            type: "aws:s3/bucket:Bucket",
            name,
            protect: true,
            props: { id: name, bucket: name, arn: bucketArn, ...tags(), ...props },
        },
        of("BucketPublicAccessBlock", {
            blockPublicAcls: true,
            blockPublicPolicy: true,
            ignorePublicAcls: true,
            restrictPublicBuckets: true,
        }),
        of("BucketOwnershipControls", { rule: { objectOwnership: "BucketOwnerEnforced" } }),
        of("BucketVersioning", { versioningConfiguration: { status: "Enabled" } }),
        of("BucketServerSideEncryptionConfiguration", {
            rules: [
                {
                    applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: KEY },
                    bucketKeyEnabled: true,
                },
            ],
        }),
        of("BucketLifecycleConfiguration", {
            rules: [
                {
                    id: "all",
                    status: "Enabled",
                    filter: {},
                    expiration: { days: 365 },
                    noncurrentVersionExpiration: { noncurrentDays: 30 },
                    abortIncompleteMultipartUpload: { daysAfterInitiation: 1 },
                },
            ],
        }),
        of("BucketPolicy", {
            policy: policy(
                { ...PLAIN_HTTP, Sid: "bucket", Action: ["s3:*"], Resource: [bucketArn] },
                { ...PLAIN_HTTP, Sid: "objects", Action: ["s3:*"], Resource: [`${bucketArn}/*`] },
                refuse("s3:x-amz-server-side-encryption", "aws:kms"),
                refuse("s3:x-amz-server-side-encryption-aws-kms-key-id", KEY),
                ...more,
            ),
        }),
        of("BucketLogging", { targetBucket: "access-logs", targetPrefix: `${name}/` }),
    ];
}

export const STORING: Readonly<Record<string, () => readonly Given[]>> = {
    "a bucket whose policy lets one role in by its ARN, and everybody of the network": () =>
        bucket("statements", {}, [
            {
                Effect: "Allow",
                Principal: "*",
                Action: ["s3:GetObject"],
                Resource: ["arn:aws:s3:::statements/*"],
                Condition: { ArnLike: { "aws:PrincipalArn": [roleArn("reporting/*")] } },
            },
            {
                Effect: "Allow",
                Principal: { AWS: "*" },
                Action: "s3:ListBucket",
                Resource: "arn:aws:s3:::statements",
                Condition: { StringEquals: { "aws:SourceVpc": "vpc-0123456789abcdef0" } },
            },
        ]),
    "a key for services through S3, with grants for AWS only": () => [
        key({
            rotationPeriodInDays: 180,
            policy: policy(
                { Sid: "Enable", Effect: "Allow", Principal: ROOT, Action: "kms:*", Resource: "*" },
                {
                    Effect: "Allow",
                    Principal: { AWS: [roleArn("archive")] },
                    Action: ["kms:Decrypt", "kms:GenerateDataKey"],
                    Resource: "*",
                    Condition: { StringEquals: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" } },
                },
                {
                    Effect: "Allow",
                    Principal: { AWS: roleArn("archive") },
                    Action: "kms:CreateGrant",
                    Resource: "*",
                    Condition: { Bool: { "kms:GrantIsForAWSResource": true } },
                },
                {
                    Effect: "Allow",
                    Principal: { Service: "logs.eu-west-1.amazonaws.com" },
                    Action: ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey"],
                    Resource: "*",
                    Condition: {
                        ArnLike: { "kms:EncryptionContext:aws:logs:arn": arn("logs", "log-group:/archive/*") },
                    },
                },
            ),
        }),
    ],
    "a key that signs, which AWS cannot rotate, with its policy beside it": () => [
        key({ keyUsage: "SIGN_VERIFY", customerMasterKeySpec: "ECC_NIST_P256", enableKeyRotation: false }),
        {
            type: "aws:kms/keyPolicy:KeyPolicy",
            name: "data",
            props: { keyId: KEY, policy: policy({ Effect: "Allow", Principal: ROOT, Action: "kms:*", Resource: "*" }) },
        },
    ],
    "a table with a stream, that forgets by the tag it carries": () => [
        ...operations(),
        {
            type: "aws:dynamodb/table:Table",
            name: "limits",
            protect: true,
            props: {
                name: "limits",
                arn: arn("dynamodb", "table/limits"),
                deletionProtectionEnabled: true,
                serverSideEncryption: { enabled: true, kmsKeyArn: KEY },
                pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 35 },
                streamEnabled: true,
                streamViewType: "NEW_AND_OLD_IMAGES",
                ttl: { enabled: true, attributeName: "expires" },
                replicas: [{ regionName: "eu-west-1", kmsKeyArn: KEY, pointInTimeRecovery: true }],
                ...tags("90-days"),
            },
        },
        alarm("limits", {
            metricQueries: ["ReadThrottleEvents", "WriteThrottleEvents", "SystemErrors"].map((metricName) => ({
                metric: { metricName, dimensions: { TableName: "limits" } },
            })),
        }),
        shown(["AWS/DynamoDB", "TableName", "limits"], ["AWS/SNS", "TopicName", "operations"]),
    ],
    "a secret that rotates by a rate, read by one role of the account": () => [
        {
            type: "aws:secretsmanager/secret:Secret",
            name: "partner",
            props: {
                id: arn("secretsmanager", "secret:partner"),
                arn: arn("secretsmanager", "secret:partner"),
                kmsKeyId: KEY,
                recoveryWindowInDays: 30,
                ...tags(),
            },
        },
        {
            type: "aws:secretsmanager/secretRotation:SecretRotation",
            name: "partner",
            props: {
                secretId: arn("secretsmanager", "secret:partner"),
                rotationLambdaArn: arn("lambda", "function:renew"),
                rotationRules: { scheduleExpression: "rate(30 days)" },
            },
        },
        {
            type: "aws:secretsmanager/secretPolicy:SecretPolicy",
            name: "partner",
            props: {
                secretArn: arn("secretsmanager", "secret:partner"),
                blockPublicPolicy: true,
                policy: policy({
                    Effect: "Allow",
                    Principal: { AWS: roleArn("partner-client") },
                    Action: "secretsmanager:GetSecretValue",
                    Resource: "*",
                }),
            },
        },
    ],
    "logs of a longer time, with a role that reads and may list every bucket": () => [
        logs("/archive/reader"),
        ...role(
            "reader",
            { Principal: { Service: ["lambda.amazonaws.com"] } },
            { Action: ["s3:ListAllMyBuckets"], Resource: ["*"] },
            { Action: "s3:GetObject*", Resource: "arn:aws:s3:::statements/2026/*" },
        ).map((one) =>
            // Written without the pattern, as the house asks.
            ({ ...one, props: JSON.parse(JSON.stringify(one.props).replace("s3:GetObject*", "s3:GetObjectVersion")) }),
        ),
        ...bucket(),
    ],
};
