import type { Given } from "../../support/run-rule.ts";
import {
    ACCOUNT,
    alarm,
    arn,
    fn,
    KEY,
    logs,
    operations,
    policy,
    queue,
    role,
    roleArn,
    shown,
    tags,
    topic,
} from "./parts.ts";
import { bucket } from "./storing.ts";

const mapping = (from: string, to: string): Given => ({
    type: "aws:lambda/eventSourceMapping:EventSourceMapping",
    name: `${from}-${to}`,
    props: {
        eventSourceArn: arn("sqs", from),
        functionName: to,
        functionResponseTypes: ["ReportBatchItemFailures"],
        scalingConfig: { maximumConcurrency: 5 },
        ...tags(),
    },
});
const NETWORK = { vpcConfig: { subnetIds: ["subnet-1", "subnet-2"], securityGroupIds: ["sg-1"] } };
const consume = (name: string) => ({
    Action: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
    Resource: arn("sqs", name),
});
const working = (name: string): Given[] => [
    ...queue(`${name}-dlq`, {
        visibilityTimeoutSeconds: 300,
        messageRetentionSeconds: 1_209_600,
        redriveAllowPolicy: JSON.stringify({ redrivePermission: "byQueue", sourceQueueArns: [arn("sqs", name)] }),
    }),
    ...queue(name, {
        visibilityTimeoutSeconds: 60,
        messageRetentionSeconds: 345_600,
        redrivePolicy: JSON.stringify({ deadLetterTargetArn: arn("sqs", `${name}-dlq`), maxReceiveCount: 10 }),
    }),
    ...fn(`${name}-worker`, NETWORK, consume(name), consume(`${name}-dlq`)),
    mapping(name, `${name}-worker`),
    mapping(`${name}-dlq`, `${name}-worker`),
];
const shownQueue = (name: string): [string, string, string][] => [
    ["AWS/SQS", "QueueName", name],
    ["AWS/SQS", "QueueName", `${name}-dlq`],
    ["AWS/Lambda", "FunctionName", `${name}-worker`],
    ["AWS/SNS", "TopicName", "operations"],
];
const DIGITS = "repo:bank-example@1000001/compliance-platform@2000002:environment:prod";
const GITHUB = "token.actions.githubusercontent.com";

export const RUNNING: Readonly<Record<string, () => readonly Given[]>> = {
    "a queue with its dead letters, a redrive allow policy and another visibility": () => [
        ...operations(),
        ...working("claims"),
        shown(...shownQueue("claims")),
    ],
    "a topic that hands messages raw to a queue, by a policy of the topic's ARN": () => {
        const parts = working("refunds");
        const withTopic = parts.map((one) =>
            one.type === "aws:sqs/queuePolicy:QueuePolicy" && one.name === "refunds"
                ? {
                      ...one,
                      props: {
                          ...one.props,
                          policy: policy(
                              ...(JSON.parse(String(one.props?.policy)) as { Statement: object[] }).Statement,
                              {
                                  Effect: "Allow",
                                  Principal: { Service: "sns.amazonaws.com" },
                                  Action: "sqs:SendMessage",
                                  Resource: arn("sqs", "refunds"),
                                  Condition: { ArnEquals: { "aws:SourceArn": arn("sns", "refund-events") } },
                              },
                          ),
                      },
                  }
                : one,
        );
        return [
            ...operations(),
            ...topic("refund-events", {
                protocol: "sqs",
                endpoint: arn("sqs", "refunds"),
                rawMessageDelivery: true,
                filterPolicy: '{"kind":["refund"]}',
            }),
            ...withTopic,
            shown(...shownQueue("refunds"), ["AWS/SNS", "TopicName", "refund-events"]),
        ];
    },
    "a function in the network with a layer of the account and a proxy of the bank": () => [
        ...operations(),
        ...fn(
            "exporter",
            {
                ...NETWORK,
                layers: [arn("lambda", "layer:powertools:3")],
                kmsKeyArn: KEY,
                environment: {
                    variables: {
                        HTTPS_PROXY: "http://bank.example:3128",
                        TABLE_NAME: "limits",
                        TOKEN_URL: "https://bank.example/token",
                        NODE_OPTIONS: "--enable-source-maps --max-old-space-size=512",
                    },
                },
            },
            { Action: "dynamodb:GetItem", Resource: arn("dynamodb", "table/limits") },
            {
                Action: ["ec2:CreateNetworkInterface", "ec2:DescribeNetworkInterfaces", "ec2:DeleteNetworkInterface"],
                Resource: "*",
            },
        ),
        shown(["AWS/Lambda", "FunctionName", "exporter"], ["AWS/SNS", "TopicName", "operations"]),
    ],
    "an express workflow with all of its log, called by a schedule with a role of its own": () => [
        ...operations(),
        logs("/aws/vendedlogs/states/settle"),
        ...role(
            "settle",
            {
                Principal: { Service: "states.amazonaws.com" },
                Condition: { StringEquals: { "aws:SourceAccount": [ACCOUNT] } },
            },
            {
                Action: [
                    "logs:CreateLogDelivery",
                    "logs:GetLogDelivery",
                    "logs:UpdateLogDelivery",
                    "logs:DeleteLogDelivery",
                    "logs:ListLogDeliveries",
                    "logs:PutResourcePolicy",
                    "logs:DescribeResourcePolicies",
                    "logs:DescribeLogGroups",
                ],
                Resource: "*",
            },
            {
                Action: "lambda:InvokeFunction",
                Resource: [arn("lambda", "function:exporter"), arn("lambda", "function:exporter:*")],
            },
        ),
        {
            type: "aws:sfn/stateMachine:StateMachine",
            name: "settle",
            props: {
                arn: arn("states", "stateMachine:settle"),
                type: "EXPRESS",
                roleArn: roleArn("settle"),
                definition: JSON.stringify({
                    StartAt: "one",
                    States: {
                        one: {
                            Type: "Task",
                            Resource: "arn:aws:states:::lambda:invoke",
                            Parameters: { FunctionName: arn("lambda", "function:exporter") },
                            End: true,
                        },
                    },
                }),
                loggingConfiguration: {
                    level: "ALL",
                    includeExecutionData: false,
                    logDestination: `${arn("logs", "log-group:/aws/vendedlogs/states/settle")}:*`,
                },
                tracingConfiguration: { enabled: true },
                ...tags(),
            },
        },
        ...["ExecutionsFailed", "ExecutionsTimedOut", "ExecutionsStarted", "ExecutionsSucceeded"].map((metricName) =>
            alarm(`settle-${metricName}`, {
                metricName,
                dimensions: { StateMachineArn: arn("states", "stateMachine:settle") },
            }),
        ),
        shown(["AWS/SNS", "TopicName", "operations"]),
    ],
    "a role for runs of the bank's own repository": () => [
        {
            type: "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
            name: "github",
            protect: true,
            props: {
                arn: `arn:aws:iam::${ACCOUNT}:oidc-provider/${GITHUB}`,
                url: `https://${GITHUB}`,
                clientIdLists: ["sts.amazonaws.com"],
                ...tags(),
            },
        },
        ...role(
            "reports-publisher",
            {
                Action: "sts:AssumeRoleWithWebIdentity",
                Principal: { Federated: `arn:aws:iam::${ACCOUNT}:oidc-provider/${GITHUB}` },
                Condition: { StringEquals: { [`${GITHUB}:aud`]: "sts.amazonaws.com", [`${GITHUB}:sub`]: DIGITS } },
            },
            { Action: "s3:PutObject", Resource: "arn:aws:s3:::statements/published/*" },
        ),
        ...bucket(),
    ],
    "a policy of a bucket by exceptions: only our organisation's log delivery, under an account": () => [
        ...bucket("deliveries", {}, [
            {
                Effect: "Allow",
                Principal: { Service: ["delivery.logs.amazonaws.com"] },
                Action: ["s3:PutObject"],
                Resource: ["arn:aws:s3:::deliveries/*"],
                Condition: {
                    StringEquals: { "aws:SourceAccount": ACCOUNT, "s3:x-amz-acl": "bucket-owner-full-control" },
                    ArnLike: { "aws:SourceArn": arn("logs", "*") },
                },
            },
        ]),
    ],
};
