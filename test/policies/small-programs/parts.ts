import type { Given } from "../../support/run-rule.ts";

export const ACCOUNT = "222222222222";
export const REGION = "eu-west-1";
export const arn = (service: string, rest: string) => `arn:aws:${service}:${REGION}:${ACCOUNT}:${rest}`;
export const roleArn = (name: string) => `arn:aws:iam::${ACCOUNT}:role/${name}`;
export const KEY = arn("kms", "key/1234abcd-12ab-34cd-56ef-1234567890ab");
export const tags = (retention = "none") => ({
    tags: {
        platform: "payments-archive",
        environment: "prod",
        owner: "payments-team",
        "data-classification": "restricted",
        "cost-centre": "cc-1",
        retention,
    },
});
export const policy = (...Statement: object[]) => JSON.stringify({ Version: "2012-10-17", Statement });
export const PLAIN_HTTP = {
    Effect: "Deny",
    Principal: { AWS: "*" },
    Condition: { Bool: { "aws:SecureTransport": "false" } },
};

export function alarm(name: string, props: object): Given {
    return {
        type: "aws:cloudwatch/metricAlarm:MetricAlarm",
        name,
        props: {
            alarmDescription: "What to do: docs/runbooks/queue-oldest.md",
            alarmActions: [arn("sns", "operations")],
            ...props,
            ...tags(),
        },
    };
}

/** A topic with a receiver, refusing plain HTTP. */
export function topic(name: string, subscription: object, more: object[] = []): Given[] {
    const topicArn = arn("sns", name);
    return [
        {
            type: "aws:sns/topic:Topic",
            name,
            props: { arn: topicArn, id: topicArn, name, kmsMasterKeyId: KEY, ...tags() },
        },
        {
            type: "aws:sns/topicPolicy:TopicPolicy",
            name,
            props: {
                arn: topicArn,
                policy: policy({ ...PLAIN_HTTP, Action: "sns:Publish", Resource: topicArn }, ...more),
            },
        },
        { type: "aws:sns/topicSubscription:TopicSubscription", name, props: { topic: topicArn, ...subscription } },
        alarm(`${name}-undelivered`, { metricName: "NumberOfNotificationsFailed", dimensions: { TopicName: name } }),
    ];
}

export const operations = () => topic("operations", { protocol: "email", endpoint: "on-call@bank.example" });

export function queue(name: string, props: object, policies: object[] = []): Given[] {
    const queueArn = arn("sqs", name);
    const url = `https://sqs.${REGION}.amazonaws.com/${ACCOUNT}/${name}`;
    const on = (metricName: string) => alarm(`${name}-${metricName}`, { metricName, dimensions: { QueueName: name } });
    return [
        {
            type: "aws:sqs/queue:Queue",
            name,
            protect: true,
            props: { id: url, url, arn: queueArn, name, kmsMasterKeyId: KEY, ...tags(), ...props },
        },
        {
            type: "aws:sqs/queuePolicy:QueuePolicy",
            name,
            props: {
                queueUrl: url,
                policy: policy({ ...PLAIN_HTTP, Action: "sqs:*", Resource: queueArn }, ...policies),
            },
        },
        on("ApproximateAgeOfOldestMessage"),
        on("ApproximateNumberOfMessagesVisible"),
        on("NumberOfMessagesReceived"),
    ];
}

export function role(name: string, trust: object, ...statements: object[]): Given[] {
    return [
        {
            type: "aws:iam/role:Role",
            name,
            props: {
                arn: roleArn(name),
                id: name,
                name,
                permissionsBoundary: `arn:aws:iam::${ACCOUNT}:policy/boundaries/workload`,
                assumeRolePolicy: policy({ Effect: "Allow", Action: "sts:AssumeRole", ...trust }),
                ...tags(),
            },
        },
        ...(statements.length > 0
            ? [
                  {
                      type: "aws:iam/rolePolicy:RolePolicy",
                      name,
                      props: { role: name, policy: policy(...statements.map((one) => ({ Effect: "Allow", ...one }))) },
                  },
              ]
            : []),
    ];
}

export const BY_LAMBDA = { Principal: { Service: "lambda.amazonaws.com" } };
export const logs = (name: string): Given => ({
    type: "aws:cloudwatch/logGroup:LogGroup",
    name,
    props: { arn: arn("logs", `log-group:${name}`), name, kmsKeyId: KEY, retentionInDays: 731, ...tags() },
});

export function fn(name: string, props: object, ...statements: object[]): Given[] {
    const on = (metricName: string) =>
        alarm(`${name}-${metricName}`, { metricName, dimensions: { FunctionName: name } });
    const log = { Action: ["logs:CreateLogStream", "logs:PutLogEvents"], Resource: arn("logs", `log-group:${name}:*`) };
    const trace = { Action: ["xray:PutTraceSegments", "xray:PutTelemetryRecords"], Resource: "*" };
    return [
        ...role(name, BY_LAMBDA, log, trace, ...statements),
        logs(name),
        {
            type: "aws:lambda/function:Function",
            name,
            props: {
                arn: arn("lambda", `function:${name}`),
                name,
                role: roleArn(name),
                runtime: "python3.13",
                timeout: 10,
                loggingConfig: { logFormat: "JSON", logGroup: name },
                tracingConfig: { mode: "Active" },
                ...tags(),
                ...props,
            },
        },
        on("Errors"),
        on("Throttles"),
        on("Duration"),
    ];
}

/** A dashboard that shows each of these. */
export function shown(...metrics: [string, string, string][]): Given {
    const body = {
        widgets: metrics.map(([space, dimension, name]) => ({
            properties: { metrics: [[space, "Sum", dimension, name]] },
        })),
    };
    return { type: "aws:cloudwatch/dashboard:Dashboard", name: "all", props: { dashboardBody: JSON.stringify(body) } };
}

export const key = (props: object = {}): Given => ({
    type: "aws:kms/key:Key",
    name: "data",
    protect: true,
    props: { arn: KEY, id: KEY, enableKeyRotation: true, ...tags(), ...props },
});
