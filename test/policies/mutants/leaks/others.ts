import { eachStatement, type Leak, more } from "./leak.ts";

/** Others' accounts, buckets, services and identities. */
export const TO_OTHERS: readonly Leak[] = [
    {
        what: "a key opened to another account by a service",
        type: "aws:kms/key:Key",
        at: "policy",
        to: more({
            Effect: "Allow",
            Principal: { AWS: "arn:aws:iam::222222222222:root" },
            Action: ["kms:Decrypt"],
            Resource: "*",
            Condition: { StringEquals: { "kms:CallerAccount": ["222222222222", "999999999999"] } },
        }),
    },
    {
        what: "a role that writes into somebody's bucket",
        type: "aws:iam/rolePolicy:RolePolicy",
        name: "score",
        at: "policy",
        to: more({ Effect: "Allow", Action: ["s3:PutObject"], Resource: "arn:aws:s3:::somebody-elses/*" }),
    },
    {
        what: "captured requests into somebody's bucket",
        type: "aws:sagemaker/endpointConfiguration:EndpointConfiguration",
        at: "dataCaptureConfig.destinationS3Uri",
        to: "s3://somebody-elses/captured",
    },
    {
        what: "a model's image out of a public registry",
        type: "aws:sagemaker/model:Model",
        at: "primaryContainer.image",
        to: "public.ecr.aws/somebody/xgboost:latest",
    },
    {
        what: "Spark in an image out of a public registry",
        type: "aws:emrserverless/application:Application",
        at: "imageConfiguration",
        to: { imageUri: "public.ecr.aws/somebody/spark:latest" },
    },
    {
        what: "results of queries in somebody's bucket",
        type: "aws:athena/workgroup:Workgroup",
        at: "configuration.resultConfiguration.outputLocation",
        to: "s3://somebody-elses/results/",
    },
    {
        what: "a table over somebody's bucket",
        type: "aws:glue/catalogTable:CatalogTable",
        at: "storageDescriptor.location",
        to: "s3://somebody-elses/rows/",
    },
    {
        what: "a table that points into another's catalogue",
        type: "aws:glue/catalogTable:CatalogTable",
        at: "targetTable",
        to: { catalogId: "999999999999", databaseName: "one", name: "one" },
    },
    {
        what: "the log of the account in somebody's bucket",
        type: "aws:cloudtrail/trail:Trail",
        at: "s3BucketName",
        to: "somebody-elses",
    },
    {
        what: "Spark's logs in somebody's bucket",
        type: "aws:emrserverless/application:Application",
        at: "monitoringConfiguration.s3MonitoringConfiguration",
        to: { logUri: "s3://somebody-elses/logs/" },
    },
    {
        what: "a pipeline's logs in somebody's bucket",
        type: "aws:datapipeline/pipelineDefinition:PipelineDefinition",
        at: "pipelineObjects.0.fields.0",
        to: { key: "pipelineLogUri", stringValue: "s3://somebody-elses/logs/" },
    },
    {
        what: "a way to somebody's service by PrivateLink",
        type: "aws:ec2/vpcEndpoint:VpcEndpoint",
        name: "network-kms",
        at: "serviceName",
        to: "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0",
    },
    {
        what: "a group of the network opened to another account's",
        type: "aws:ec2/securityGroup:SecurityGroup",
        at: "ingress",
        to: [{ protocol: "tcp", fromPort: 443, toPort: 443, securityGroups: ["999999999999/sg-0123456789abcdef0"] }],
    },
    {
        what: "fraud alerts into somebody's mailbox",
        type: "aws:sns/topicSubscription:TopicSubscription",
        at: "endpoint",
        to: "somebody@evil.example",
    },
    {
        what: "fraud alerts to a telephone",
        type: "aws:sns/topicSubscription:TopicSubscription",
        to: { protocol: "sms", endpoint: "+4915112345678", topic: "arn:aws:sns:eu-west-1:222222222222:Topic/fraud" },
    },
    {
        what: "Azure's alerts into somebody's mailbox",
        type: "azure-native:monitor:ActionGroup",
        at: "emailReceivers.0.emailAddress",
        to: "somebody@evil.example",
    },
    {
        what: "Azure's alerts to somebody's address",
        type: "azure-native:monitor:ActionGroup",
        at: "webhookReceivers",
        to: [{ name: "one", serviceUri: "https://evil.example/hook" }],
    },
    {
        what: "a role that runs of somebody's repository may assume",
        type: "aws:iam/role:Role",
        name: "collect",
        at: "assumeRolePolicy",
        to: more({
            Effect: "Allow",
            Principal: { Federated: "arn:aws:iam::222222222222:oidc-provider/token.actions.githubusercontent.com" },
            Action: "sts:AssumeRoleWithWebIdentity",
            Condition: {
                StringEquals: {
                    "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
                    "token.actions.githubusercontent.com:sub": "repo:somebody/one:ref:refs/heads/main",
                },
            },
        }),
    },
    {
        what: "an upload under any key for some callers",
        type: "aws:s3/bucketPolicy:BucketPolicy",
        name: "landing",
        at: "policy",
        to: eachStatement((one) =>
            JSON.stringify(one).includes("x-amz-server-side-encryption")
                ? { ...one, Principal: { AWS: "arn:aws:iam::222222222222:role/nobody" } }
                : one,
        ),
    },
    {
        what: "an upload under any key but for one prefix",
        type: "aws:s3/bucketPolicy:BucketPolicy",
        name: "landing",
        at: "policy",
        to: eachStatement((one) =>
            JSON.stringify(one).includes("x-amz-server-side-encryption")
                ? { ...one, Resource: "arn:aws:s3:::landing/nothing/*" }
                : one,
        ),
    },
];
