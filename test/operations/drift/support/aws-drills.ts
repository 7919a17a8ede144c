import type { Properties } from "../../../../local/store/value.ts";
import { type Drill, showing } from "./drill.ts";

const ELSEWHERE = "arn:aws:iam::999999999999:root";

const policy = (...statements: Properties[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const trust = (principal: Properties) => policy({ Effect: "Allow", Principal: principal, Action: "sts:AssumeRole" });

/** Drifts of AWS, each with what must be said of it. */
export const AWS_DRILLS: readonly Drill[] = [
    {
        title: "a queue encrypted by a key that AWS manages",
        on: "aws:sqs/queue:Queue::bulk",
        edits: [["kmsMasterKeyId", "alias/aws/sqs"]],
        as: { kind: "modified", severity: "critical", paths: ["kmsMasterKeyId"], breaks: ["sqs-encrypted"] },
    },
    {
        title: "a queue whose messages wait a little",
        on: "aws:sqs/queue:Queue::bulk",
        edits: [["delaySeconds", 5]],
        as: { kind: "modified", severity: "medium", paths: ["delaySeconds"] },
    },
    {
        title: "a tag that somebody added",
        on: "aws:sqs/queue:Queue::bulk",
        edits: [["tags.reviewed", "yes"]],
        as: { kind: "modified", severity: "medium", paths: ["tags.reviewed"] },
    },
    {
        title: "a tag that somebody took away",
        on: "aws:sns/topic:Topic::fraud",
        edits: [["tags.owner", null]],
        as: { kind: "modified", severity: "critical", paths: ["tags.owner"], breaks: ["tags-complete"] },
    },
    {
        title: "a queue policy open to everybody",
        on: "aws:sqs/queuePolicy:QueuePolicy::bulk",
        edits: [["policy", policy({ Effect: "Allow", Principal: "*", Action: "sqs:SendMessage", Resource: "*" })]],
        as: {
            kind: "modified",
            severity: "critical",
            paths: ["Action", "Condition", "Effect", "Resource", "Sid"].map((name) => `policy.Statement[0].${name}`),
            breaks: ["policy-no-public-principal", "sqs-tls-only"],
        },
    },
    {
        title: "a queue policy that is gone",
        on: "aws:sqs/queuePolicy:QueuePolicy::bulk",
        gone: true,
        as: { kind: "deleted", severity: "critical", paths: [], breaks: ["sqs-tls-only"] },
    },
    {
        title: "a queue that is gone",
        on: "aws:sqs/queue:Queue::bulk-dead",
        gone: true,
        as: { kind: "deleted", severity: "critical", paths: [], breaks: ["sqs-dead-letters"] },
    },
    {
        title: "a query that is gone, and no control with it",
        on: "aws:athena/namedQuery:NamedQuery::audit-trail",
        gone: true,
        as: { kind: "deleted", severity: "high", paths: [] },
    },
    {
        title: "a bucket that may be made public",
        on: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock::records",
        edits: [["blockPublicPolicy", false]],
        as: {
            kind: "modified",
            severity: "critical",
            paths: ["blockPublicPolicy"],
            breaks: ["s3-public-access-blocked"],
        },
    },
    {
        title: "records that are locked for a day only",
        on: "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration::records",
        edits: [["rule.defaultRetention.days", 1]],
        as: {
            kind: "modified",
            severity: "critical",
            paths: ["rule.defaultRetention.days"],
            breaks: ["s3-records-locked"],
        },
    },
    {
        title: "a bucket without versions",
        on: "aws:s3/bucketVersioning:BucketVersioning::landing",
        edits: [["versioningConfiguration.status", "Suspended"]],
        as: {
            kind: "modified",
            severity: "critical",
            paths: ["versioningConfiguration.status"],
            breaks: ["s3-versioned"],
        },
    },
    {
        title: "a key that is no longer rotated",
        on: "aws:kms/key:Key::data",
        edits: [["enableKeyRotation", false]],
        as: { kind: "modified", severity: "critical", paths: ["enableKeyRotation"], breaks: ["kms-rotated"] },
    },
    {
        title: "a role that another account may take",
        on: "aws:iam/role:Role::score",
        edits: [["assumeRolePolicy", trust({ AWS: ELSEWHERE })]],
        as: {
            kind: "modified",
            severity: "critical",
            paths: ["assumeRolePolicy.Statement[0].Principal.AWS", "assumeRolePolicy.Statement[0].Principal.Service"],
            breaks: ["iam-trust-narrow", "policy-only-ours", "references-ours"],
        },
    },
    {
        title: "a role that anybody may take",
        on: "aws:iam/role:Role::score",
        edits: [["assumeRolePolicy", trust({ AWS: "*" })]],
        as: {
            kind: "modified",
            severity: "critical",
            paths: ["assumeRolePolicy.Statement[0].Principal.AWS", "assumeRolePolicy.Statement[0].Principal.Service"],
            breaks: ["iam-trust-narrow"],
        },
    },
    {
        title: "a role whose limit was taken away",
        on: "aws:iam/role:Role::score",
        edits: [["permissionsBoundary", null]],
        as: { kind: "modified", severity: "critical", paths: ["permissionsBoundary"], breaks: ["iam-roles-bounded"] },
    },
    {
        title: "a role that may do anything",
        on: "aws:iam/rolePolicy:RolePolicy::receive",
        edits: [["policy", policy({ Effect: "Allow", Action: "*", Resource: "*" })]],
        as: {
            kind: "modified",
            severity: "critical",
            paths: [0, 1, 2, 3, 4, 5].map((index) => `policy.Statement[${index}]`),
            breaks: ["iam-no-escalation", "iam-no-tampering", "iam-no-wildcard-action", "iam-no-wildcard-resource"],
        },
    },
    {
        title: "a log that is kept for a week",
        on: "aws:cloudwatch/logGroup:LogGroup::score",
        edits: [["retentionInDays", 7]],
        as: { kind: "modified", severity: "critical", paths: ["retentionInDays"], breaks: ["logs-kept"] },
    },
    {
        title: "a log that is kept for ever",
        on: "aws:cloudwatch/logGroup:LogGroup::score",
        edits: [["retentionInDays", 0]],
        as: { kind: "modified", severity: "critical", paths: ["retentionInDays"], breaks: ["logs-kept"] },
    },
    {
        title: "a function that left the network",
        on: "aws:lambda/function:Function::score",
        edits: [["vpcConfig", null]],
        as: { kind: "modified", severity: "critical", paths: ["vpcConfig"], breaks: ["lambda-in-network"] },
    },
    {
        title: "another value of a function's variable",
        on: "aws:lambda/function:Function::score",
        edits: [["environment.variables.ALERT_THRESHOLD", "0.99"]],
        as: { kind: "modified", severity: "medium", paths: ["environment.variables.ALERT_THRESHOLD"] },
    },
    {
        title: "a table that cannot be recovered to a point in time",
        on: "aws:dynamodb/table:Table::ledger",
        edits: [["pointInTimeRecovery.enabled", false]],
        as: {
            kind: "modified",
            severity: "critical",
            paths: ["pointInTimeRecovery.enabled"],
            breaks: ["dynamodb-recoverable"],
        },
    },
    {
        title: "an alarm that tells nobody",
        on: "aws:cloudwatch/metricAlarm:MetricAlarm::bulk-dead-received",
        edits: [["alarmActions", []]],
        as: { kind: "modified", severity: "critical", paths: ["alarmActions[0]"], breaks: ["alarm-reaches-someone"] },
    },
    {
        title: "a door of the network open to the world",
        on: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule::network-endpoints",
        edits: [
            ["referencedSecurityGroupId", null],
            ["cidrIpv4", "0.0.0.0/0"],
        ],
        as: {
            kind: "modified",
            severity: "critical",
            paths: ["cidrIpv4", "referencedSecurityGroupId"],
            breaks: ["network-group-closed"],
        },
    },
    {
        title: "a policy beside the program on a queue, which its inputs do not show",
        on: "aws:sqs/queue:Queue::bulk",
        change: showing({ policy: policy({ Effect: "Allow", Principal: "*", Action: "sqs:*", Resource: "*" }) }),
        as: {
            kind: "output-only",
            severity: "critical",
            paths: ["policy"],
            breaks: ["policy-no-public-principal", "policy-no-wildcard-action"],
        },
    },
    {
        title: "a value that only the cloud says",
        on: "aws:sns/topic:Topic::fraud",
        change: showing({ signatureVersion: 2 }),
        as: { kind: "output-only", severity: "low", paths: ["signatureVersion"] },
    },
    {
        title: "a role of the same name that somebody made again",
        on: "aws:iam/role:Role::receive",
        change: showing({ uniqueId: "AROAANOTHERONE" }),
        as: { kind: "replaced", severity: "high", paths: ["uniqueId"] },
    },
    {
        title: "an endpoint whose configuration is none of ours",
        on: "aws:sagemaker/endpoint:Endpoint::fraud",
        edits: [["endpointConfigName", "somebody-else-v2"]],
        as: { kind: "modified", severity: "medium", paths: ["endpointConfigName"] },
    },
];
