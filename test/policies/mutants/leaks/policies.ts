import { eachStatement, type Leak, more } from "./leak.ts";

const allow = (Action: string | string[], Resource: string | string[], rest: object = {}) =>
    more({ Effect: "Allow", Action, Resource, ...rest });
const score = (what: string, to: unknown): Leak => ({
    what,
    type: "aws:iam/rolePolicy:RolePolicy",
    name: "score",
    at: "policy",
    to,
});
const landing = (what: string, to: unknown): Leak => ({
    what,
    type: "aws:s3/bucketPolicy:BucketPolicy",
    name: "landing",
    at: "policy",
    to,
});

/** Rights and policies in other words. */
export const IN_POLICIES: readonly Leak[] = [
    score(
        "a role that opens a queue by its attributes",
        allow("sqs:SetQueueAttributes", "arn:aws:sqs:eu-west-1:222222222222:screened"),
    ),
    score(
        "a role that opens a topic by its attributes",
        allow("sns:SetTopicAttributes", "arn:aws:sns:eu-west-1:222222222222:fraud"),
    ),
    score("a role that hears a topic by itself", allow("sns:Subscribe", "arn:aws:sns:eu-west-1:222222222222:fraud")),
    score(
        "a role that gives a key away by grants",
        allow("kms:CreateGrant", "arn:aws:kms:eu-west-1:222222222222:key/one"),
    ),
    score("a role that deletes a key", allow("kms:ScheduleKeyDeletion", "arn:aws:kms:eu-west-1:222222222222:key/one")),
    score(
        "a role that stops the log of the account",
        allow("cloudtrail:StopLogging", "arn:aws:cloudtrail:eu-west-1:222222222222:trail/one"),
    ),
    score(
        "a role that deletes logs",
        allow("logs:DeleteLogGroup", "arn:aws:logs:eu-west-1:222222222222:log-group:one"),
    ),
    score(
        "a role that sends logs away",
        allow("logs:PutSubscriptionFilter", "arn:aws:logs:eu-west-1:222222222222:log-group:one"),
    ),
    score("a role that lets records expire", allow("s3:PutLifecycleConfiguration", "arn:aws:s3:::records")),
    score("a role that takes versions off", allow("s3:PutBucketVersioning", "arn:aws:s3:::records")),
    score("a role that takes encryption off", allow("s3:PutEncryptionConfiguration", "arn:aws:s3:::records")),
    score(
        "a role that deletes a table",
        allow("dynamodb:DeleteTable", "arn:aws:dynamodb:eu-west-1:222222222222:table/ledger"),
    ),
    score(
        "a role that exports a table",
        allow("dynamodb:ExportTableToPointInTime", "arn:aws:dynamodb:eu-west-1:222222222222:table/ledger"),
    ),
    score(
        "a role that copies a table abroad",
        allow("dynamodb:UpdateTable", "arn:aws:dynamodb:eu-west-1:222222222222:table/ledger"),
    ),
    score(
        "a role that copies a secret abroad",
        allow("secretsmanager:ReplicateSecretToRegions", "arn:aws:secretsmanager:eu-west-1:222222222222:secret:one"),
    ),
    score(
        "a role that makes stacks",
        allow("cloudformation:CreateStack", "arn:aws:cloudformation:eu-west-1:222222222222:stack/one/*"),
    ),
    score(
        "a role that changes a workflow",
        allow("states:UpdateStateMachine", "arn:aws:states:eu-west-1:222222222222:stateMachine:one"),
    ),
    score("a role that changes a pipeline", allow("datapipeline:PutPipelineDefinition", "*")),
    score("a role that gets a token for anybody", allow("sts:GetFederationToken", "*")),
    score(
        "a role that opens the network",
        allow("ec2:AuthorizeSecurityGroupIngress", "arn:aws:ec2:eu-west-1:222222222222:security-group/sg-1"),
    ),
    score(
        "a role that shares snapshots",
        allow(
            "redshift-serverless:PutResourcePolicy",
            "arn:aws:redshift-serverless:eu-west-1:222222222222:snapshot/one",
        ),
    ),
    score(
        "a role that becomes the warehouse's administrator",
        allow("redshift-serverless:GetCredentials", "arn:aws:redshift-serverless:eu-west-1:222222222222:workgroup/*"),
    ),
    score(
        "a role that reads all of a bucket by a ?",
        allow("s3:GetObject", "arn:aws:s3:::??????????????????????????*"),
    ),
    score(
        "a role that tags itself into another's rights",
        allow("iam:TagRole", "arn:aws:iam::222222222222:role/score"),
    ),
    landing(
        "a denial of plain HTTP that leaves the objects out",
        eachStatement((one) =>
            JSON.stringify(one).includes("SecureTransport") ? { ...one, Resource: [one.Resource].flat()[0] } : one,
        ),
    ),
    landing(
        "a denial of plain HTTP that leaves the bucket out",
        eachStatement((one) =>
            JSON.stringify(one).includes("SecureTransport") ? { ...one, Resource: [one.Resource].flat()[1] } : one,
        ),
    ),
    {
        what: "a denial of plain HTTP for another queue",
        type: "aws:sqs/queuePolicy:QueuePolicy",
        at: "policy",
        to: eachStatement((one) =>
            JSON.stringify(one).includes("SecureTransport")
                ? { ...one, Resource: "arn:aws:sqs:eu-west-1:222222222222:other" }
                : one,
        ),
    },
    {
        what: "a denial of plain HTTP for another topic",
        type: "aws:sns/topicPolicy:TopicPolicy",
        at: "policy",
        to: eachStatement((one) =>
            JSON.stringify(one).includes("SecureTransport")
                ? { ...one, Resource: "arn:aws:sns:eu-west-1:222222222222:other" }
                : one,
        ),
    },
    landing(
        "a bucket that nobody may touch any more",
        more({ Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*" }),
    ),
    landing(
        "a bucket opened by an organisation's pattern",
        allow("s3:GetObject", "*", { Principal: "*", Condition: { StringLike: { "aws:PrincipalOrgID": "o-*" } } }),
    ),
    landing(
        "a bucket opened by an address",
        allow("s3:GetObject", "*", { Principal: "*", Condition: { IpAddress: { "aws:SourceIp": "10.0.0.0/8" } } }),
    ),
    landing(
        "a bucket opened by who refers to it",
        allow("s3:GetObject", "*", {
            Principal: "*",
            Condition: { StringLike: { "aws:Referer": "https://bank.example/*" } },
        }),
    ),
    landing(
        "a bucket opened by a tag",
        allow("s3:GetObject", "*", {
            Principal: { AWS: "*" },
            Condition: { StringEquals: { "aws:PrincipalTag/team": "x" } },
        }),
    ),
];
