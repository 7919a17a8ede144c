// @ts-nocheck: its libraries lie in the folder that it is copied to, see bring-peers.ts.
// As many resources as it is told, of the kinds and in about the shares of our environments, checked by three packs.
import { App, Stack, Validations } from "aws-cdk-lib";
import * as athena from "aws-cdk-lib/aws-athena";
import * as cloudwatch from "aws-cdk-lib/aws-cloudwatch";
import * as ec2 from "aws-cdk-lib/aws-ec2";
import * as iam from "aws-cdk-lib/aws-iam";
import * as kms from "aws-cdk-lib/aws-kms";
import * as lambda from "aws-cdk-lib/aws-lambda";
import * as logs from "aws-cdk-lib/aws-logs";
import * as s3 from "aws-cdk-lib/aws-s3";
import * as sns from "aws-cdk-lib/aws-sns";
import * as sqs from "aws-cdk-lib/aws-sqs";
import { AwsSolutionsChecks, NIST80053R5Checks, PCIDSS321Checks } from "cdk-nag";

/** CloudFormation takes no more than 500 in one stack. */
const IN_ONE_STACK = 450;
const KEY = "arn:aws:kms:eu-central-1:123456789012:key/11111111-2222-3333-4444-555555555555";
const ROLE = "arn:aws:iam::123456789012:role/worker";

const policy = (action, resource) => ({
    Version: "2012-10-17",
    Statement: [
        {
            Effect: "Deny",
            Principal: "*",
            Action: action,
            Resource: resource,
            Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
    ],
});
const trust = {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
};
const inline = {
    Version: "2012-10-17",
    Statement: [
        { Effect: "Allow", Action: ["sqs:SendMessage"], Resource: "arn:aws:sqs:eu-central-1:123456789012:bulk" },
    ],
};

/** How often a kind comes, and how it is made; a bucket and a queue come with their policies. */
const kinds = [
    [
        26,
        (at, id) =>
            new cloudwatch.CfnAlarm(at, id, {
                comparisonOperator: "GreaterThanThreshold",
                evaluationPeriods: 3,
                metricName: "Errors",
                namespace: "AWS/Lambda",
                period: 60,
                statistic: "Sum",
                threshold: 1,
                alarmActions: ["arn:aws:sns:eu-central-1:123456789012:operations"],
            }),
    ],
    [8, (at, id) => new iam.CfnRolePolicy(at, id, { policyName: id, roleName: "worker", policyDocument: inline })],
    [7, (at, id) => new iam.CfnRole(at, id, { assumeRolePolicyDocument: trust })],
    [6, (at, id) => new logs.CfnLogGroup(at, id, { kmsKeyId: KEY, retentionInDays: 400 })],
    [
        5,
        (at, id) =>
            new lambda.CfnFunction(at, id, {
                code: { s3Bucket: "code", s3Key: `${id}.zip` },
                handler: "index.handler",
                runtime: "nodejs24.x",
                role: ROLE,
                memorySize: 512,
                timeout: 60,
                kmsKeyArn: KEY,
                tracingConfig: { mode: "Active" },
                deadLetterConfig: { targetArn: "arn:aws:sqs:eu-central-1:123456789012:dead" },
                reservedConcurrentExecutions: 5,
                vpcConfig: { subnetIds: ["subnet-12345678"], securityGroupIds: ["sg-12345678"] },
                environment: { variables: { QUEUE: "bulk" } },
            }),
    ],
    [
        13,
        (at, id) => {
            const bucket = new s3.CfnBucket(at, id, {
                replicationConfiguration: {
                    role: ROLE,
                    rules: [{ status: "Enabled", prefix: "", destination: { bucket: "arn:aws:s3:::copies" } }],
                },
                bucketEncryption: {
                    serverSideEncryptionConfiguration: [
                        {
                            bucketKeyEnabled: true,
                            serverSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: KEY },
                        },
                    ],
                },
                publicAccessBlockConfiguration: {
                    blockPublicAcls: true,
                    blockPublicPolicy: true,
                    ignorePublicAcls: true,
                    restrictPublicBuckets: true,
                },
                versioningConfiguration: { status: "Enabled" },
                loggingConfiguration: { destinationBucketName: "logs" },
                lifecycleConfiguration: {
                    rules: [{ status: "Enabled", noncurrentVersionExpiration: { noncurrentDays: 30 } }],
                },
            });
            new s3.CfnBucketPolicy(at, `${id}Policy`, {
                bucket: bucket.ref,
                policyDocument: policy("s3:*", [bucket.attrArn, `${bucket.attrArn}/*`]),
            });
            return 2;
        },
    ],
    [
        5,
        (at, id) => {
            const queue = new sqs.CfnQueue(at, id, {
                kmsMasterKeyId: KEY,
                messageRetentionPeriod: 1_209_600,
                redrivePolicy: {
                    deadLetterTargetArn: "arn:aws:sqs:eu-central-1:123456789012:dead",
                    maxReceiveCount: 5,
                },
            });
            new sqs.CfnQueuePolicy(at, `${id}Policy`, {
                queues: [queue.ref],
                policyDocument: policy("sqs:*", queue.attrArn),
            });
            return 2;
        },
    ],
    [3, (at, id) => new athena.CfnNamedQuery(at, id, { database: "records", queryString: "select 1" })],
    [
        3,
        (at, id) =>
            new ec2.CfnVPCEndpoint(at, id, {
                vpcId: "vpc-12345678",
                serviceName: "com.amazonaws.eu-central-1.sqs",
                vpcEndpointType: "Interface",
                policyDocument: inline,
            }),
    ],
    [
        2,
        (at, id) =>
            new lambda.CfnEventSourceMapping(at, id, {
                functionName: "screen",
                eventSourceArn: "arn:aws:sqs:eu-central-1:123456789012:bulk",
                batchSize: 10,
            }),
    ],
    [1, (at, id) => new sns.CfnTopic(at, id, { kmsMasterKeyId: KEY })],
    [1, (at, id) => new kms.CfnKey(at, id, { enableKeyRotation: true, keyPolicy: policy("kms:*", "*") })],
    [1, (at, id) => new ec2.CfnSecurityGroup(at, id, { groupDescription: id, vpcId: "vpc-12345678" })],
];
const mixed = kinds.flatMap(([share, make]) => Array.from({ length: share }, () => make));

const app = new App();
const count = Number(process.env.RESOURCES);
let stack;
for (let made = 0, step = 0; made < count; step++) {
    if (stack === undefined || made >= stack.until) {
        stack = { at: new Stack(app, `Platform${made}`), until: made + IN_ONE_STACK };
    }
    // Seven has no divisor in common with the length, so that each round holds every kind in its share, mixed.
    const make = mixed[(step * 7) % mixed.length];
    const several = make(stack.at, `Resource${made}`);
    made += several === 2 ? 2 : 1;
}
Validations.of(app).addPlugins(
    ...[AwsSolutionsChecks, NIST80053R5Checks, PCIDSS321Checks].map((Pack) => new Pack(app)),
);
app.synth();
