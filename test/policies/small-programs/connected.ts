import type { Given } from "../../support/run-rule.ts";
import { ACCOUNT, alarm, arn, fn, KEY, logs, operations, policy, roleArn, shown, tags } from "./parts.ts";
import { bucket } from "./storing.ts";

const GROUP = "/subscriptions/22222220-2222-4222-8222-222222222222/resourceGroups/archive";
const TENANT = "22222222-2222-4222-8222-222222222222";

export const CONNECTED: Readonly<Record<string, () => readonly Given[]>> = {
    "a network whose groups know each other, and an address of the bank": () => [
        {
            type: "aws:ec2/vpc:Vpc",
            name: "net",
            props: {
                id: "vpc-1",
                arn: arn("ec2", "vpc/vpc-1"),
                cidrBlock: "10.20.0.0/16",
                enableDnsHostnames: true,
                defaultSecurityGroupId: "sg-0",
                ...tags(),
            },
        },
        {
            type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
            name: "net",
            props: { id: "sg-0", vpcId: "vpc-1", ingress: [], egress: [], ...tags() },
        },
        {
            type: "aws:ec2/flowLog:FlowLog",
            name: "net",
            props: {
                vpcId: "vpc-1",
                trafficType: "ALL",
                logDestination: arn("logs", "log-group:net"),
                iamRoleArn: roleArn("net"),
                logFormat: [
                    "version",
                    "srcaddr",
                    "dstaddr",
                    "srcport",
                    "dstport",
                    "start",
                    "end",
                    "action",
                    "tcp-flags",
                ]
                    .map((field) => `\${${field}}`)
                    .join(" "),
                ...tags(),
            },
        },
        logs("net"),
        {
            type: "aws:ec2/subnet:Subnet",
            name: "net-a",
            props: { vpcId: "vpc-1", cidrBlock: "10.20.1.0/24", mapPublicIpOnLaunch: false, ...tags() },
        },
        { type: "aws:ec2/securityGroup:SecurityGroup", name: "app", props: { id: "sg-1", vpcId: "vpc-1", ...tags() } },
        {
            type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
            name: "office",
            props: {
                securityGroupId: "sg-1",
                cidrIpv4: "203.0.113.10/32",
                ipProtocol: "tcp",
                fromPort: 443,
                toPort: 443,
                ...tags(),
            },
        },
        {
            type: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
            name: "inside",
            props: {
                securityGroupId: "sg-1",
                cidrIpv4: "10.20.0.0/16",
                ipProtocol: "tcp",
                fromPort: 5432,
                toPort: 5432,
                ...tags(),
            },
        },
        {
            type: "aws:ec2/routeTable:RouteTable",
            name: "net",
            props: { id: "rtb-1", vpcId: "vpc-1", routes: [], ...tags() },
        },
        {
            type: "aws:ec2/vpcEndpoint:VpcEndpoint",
            name: "secrets",
            props: {
                vpcId: "vpc-1",
                serviceName: "com.amazonaws.eu-west-1.secretsmanager",
                vpcEndpointType: "Interface",
                privateDnsEnabled: true,
                policy: policy({
                    Effect: "Allow",
                    Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
                    Action: ["secretsmanager:GetSecretValue"],
                    Resource: ["*"],
                    Condition: { StringEquals: { "aws:ResourceAccount": [ACCOUNT] } },
                }),
                ...tags(),
            },
        },
    ],
    "a database of Glue with tables by year, asked through a workgroup with its own folder": () => [
        ...bucket("answers"),
        {
            type: "aws:glue/catalogDatabase:CatalogDatabase",
            name: "archive",
            props: { name: "archive", catalogId: ACCOUNT, locationUri: "s3://answers/archive/", ...tags() },
        },
        {
            type: "aws:glue/catalogTable:CatalogTable",
            name: "years",
            props: {
                databaseName: "archive",
                name: "years",
                catalogId: ACCOUNT,
                storageDescriptor: { location: "s3://answers/archive/years/" },
                parameters: { "projection.enabled": "true", "projection.year.type": "integer" },
                partitionKeys: [{ name: "year", type: "int" }],
            },
        },
        {
            type: "aws:glue/dataCatalogEncryptionSettings:DataCatalogEncryptionSettings",
            name: "catalog",
            props: {
                dataCatalogEncryptionSettings: {
                    encryptionAtRest: { catalogEncryptionMode: "SSE-KMS", sseAwsKmsKeyId: KEY },
                    connectionPasswordEncryption: { returnConnectionPasswordEncrypted: true, awsKmsKeyId: KEY },
                },
            },
        },
        {
            type: "aws:athena/workgroup:Workgroup",
            name: "archive",
            props: {
                configuration: {
                    enforceWorkgroupConfiguration: true,
                    publishCloudwatchMetricsEnabled: true,
                    bytesScannedCutoffPerQuery: 10_737_418_240,
                    resultConfiguration: {
                        outputLocation: "s3://answers/queries/",
                        expectedBucketOwner: ACCOUNT,
                        encryptionConfiguration: { encryptionOption: "SSE_KMS", kmsKeyArn: KEY },
                    },
                },
                ...tags(),
            },
        },
    ],
    "an API whose routes ask for a scope of the bank's tenant": () => [
        ...operations(),
        logs("/api/limits"),
        {
            type: "aws:apigatewayv2/api:Api",
            name: "limits",
            props: {
                id: "abc123",
                protocolType: "HTTP",
                corsConfiguration: { allowOrigins: ["https://bank.example"], allowMethods: ["GET"] },
                ...tags(),
            },
        },
        {
            type: "aws:apigatewayv2/authorizer:Authorizer",
            name: "limits",
            props: {
                id: "auth1",
                apiId: "abc123",
                authorizerType: "JWT",
                identitySources: ["$request.header.Authorization"],
                jwtConfiguration: { issuer: `https://sts.windows.net/${TENANT}/`, audiences: ["api://limits"] },
            },
        },
        {
            type: "aws:apigatewayv2/integration:Integration",
            name: "limits",
            props: {
                id: "int1",
                apiId: "abc123",
                integrationType: "AWS_PROXY",
                integrationUri: arn("lambda", "function:limits"),
                payloadFormatVersion: "2.0",
            },
        },
        {
            type: "aws:apigatewayv2/route:Route",
            name: "limits",
            props: {
                apiId: "abc123",
                routeKey: "GET /limits/{account}",
                authorizationType: "JWT",
                authorizerId: "auth1",
                authorizationScopes: ["limits.read"],
                target: "integrations/int1",
            },
        },
        {
            type: "aws:apigatewayv2/stage:Stage",
            name: "limits",
            props: {
                apiId: "abc123",
                name: "v1",
                autoDeploy: true,
                accessLogSettings: {
                    destinationArn: arn("logs", "log-group:/api/limits"),
                    format: JSON.stringify({
                        requestId: "$context.requestId",
                        ip: "$context.identity.sourceIp",
                        routeKey: "$context.routeKey",
                        status: "$context.status",
                        error: "$context.authorizer.error",
                        subject: "$context.authorizer.claims.sub",
                    }),
                },
                defaultRouteSettings: { throttlingBurstLimit: 20, throttlingRateLimit: 10 },
                ...tags(),
            },
        },
        {
            type: "aws:lambda/permission:Permission",
            name: "limits",
            props: {
                action: "lambda:InvokeFunction",
                function: "limits",
                principal: "apigateway.amazonaws.com",
                sourceArn: arn("execute-api", "abc123/v1/GET/limits/*"),
            },
        },
        ...fn(
            "limits",
            { vpcConfig: { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] } },
            {
                Action: ["dynamodb:GetItem", "dynamodb:Query"],
                Resource: [arn("dynamodb", "table/limits"), arn("dynamodb", "table/limits/index/by-account")],
            },
        ),
        ...["5xx", "4xx", "Latency"].map((metricName) =>
            alarm(`limits-${metricName}`, { metricName, dimensions: { ApiId: "abc123" } }),
        ),
        shown(["AWS/Lambda", "FunctionName", "limits"], ["AWS/SNS", "TopicName", "operations"]),
    ],
    "a warehouse inside the network, whose password AWS keeps, with a limit that turns it off": () => [
        ...["connectionlog", "userlog", "useractivitylog"].map((log) => logs(`/aws/redshift/archive/${log}`)),
        ...operations(),
        {
            type: "aws:redshiftserverless/namespace:Namespace",
            name: "archive",
            protect: true,
            props: {
                namespaceName: "archive",
                kmsKeyId: KEY,
                manageAdminPassword: true,
                adminPasswordSecretKmsKeyId: KEY,
                logExports: ["connectionlog", "userlog", "useractivitylog"],
                ...tags(),
            },
        },
        {
            type: "aws:redshiftserverless/workgroup:Workgroup",
            name: "archive",
            props: {
                arn: arn("redshift-serverless", "workgroup/1"),
                workgroupName: "archive",
                namespaceName: "archive",
                publiclyAccessible: false,
                enhancedVpcRouting: true,
                subnetIds: ["subnet-1", "subnet-2", "subnet-3"],
                securityGroupIds: ["sg-1"],
                baseCapacity: 8,
                maxCapacity: 32,
                configParameters: [
                    ["require_ssl", "true"],
                    ["enable_user_activity_logging", "true"],
                    ["max_query_execution_time", "600"],
                ].map(([parameterKey, parameterValue]) => ({ parameterKey, parameterValue })),
                ...tags(),
            },
        },
        {
            type: "aws:redshiftserverless/usageLimit:UsageLimit",
            name: "archive",
            props: {
                resourceArn: arn("redshift-serverless", "workgroup/1"),
                usageType: "serverless-compute",
                amount: 10,
                breachAction: "deactivate",
            },
        },
        ...["ComputeSeconds", "ComputeCapacity"].map((metricName) =>
            alarm(`archive-${metricName}`, {
                namespace: "AWS/Redshift-Serverless",
                metricName,
                dimensions: { Workgroup: "archive" },
            }),
        ),
        shown(["AWS/SNS", "TopicName", "operations"]),
    ],
    "a storage account that is closed altogether, under a key of its own in no region but ours": () => [
        {
            type: "azure-native:storage:StorageAccount",
            name: "archive",
            protect: true,
            props: {
                id: `${GROUP}/providers/Microsoft.Storage/storageAccounts/archive`,
                name: "archive",
                accountName: "archive",
                kind: "StorageV2",
                location: "westeurope",
                sku: { name: "Standard_LRS" },
                publicNetworkAccess: "Disabled",
                networkRuleSet: { defaultAction: "Deny", bypass: "None" },
                minimumTlsVersion: "TLS1_3",
                enableHttpsTrafficOnly: true,
                allowBlobPublicAccess: false,
                allowSharedKeyAccess: false,
                allowCrossTenantReplication: false,
                defaultToOAuthAuthentication: true,
                isLocalUserEnabled: false,
                isSftpEnabled: false,
                encryption: { keySource: "Microsoft.Storage", requireInfrastructureEncryption: true },
                ...tags(),
            },
        },
        {
            type: "azure-native:storage:BlobServiceProperties",
            name: "archive",
            props: {
                accountName: "archive",
                isVersioningEnabled: true,
                changeFeed: { enabled: true },
                deleteRetentionPolicy: { enabled: true, days: 30 },
                containerDeleteRetentionPolicy: { enabled: true, days: 30 },
            },
        },
        {
            type: "azure-native:storage:BlobContainer",
            name: "archive",
            protect: true,
            props: { accountName: "archive", containerName: "years", publicAccess: "None" },
        },
        {
            type: "azure-native:monitor:DiagnosticSetting",
            name: "archive",
            props: {
                resourceUri: `${GROUP}/providers/Microsoft.Storage/storageAccounts/archive/blobServices/default`,
                workspaceId: `${GROUP}/providers/Microsoft.OperationalInsights/workspaces/archive`,
                logs: [
                    { category: "StorageRead", enabled: true },
                    { category: "StorageWrite", enabled: true },
                    { category: "StorageDelete", enabled: true },
                ],
            },
        },
        {
            type: "azure-native:operationalinsights:Workspace",
            name: "archive",
            props: {
                id: `${GROUP}/providers/Microsoft.OperationalInsights/workspaces/archive`,
                location: "West Europe",
                retentionInDays: 730,
                features: { disableLocalAuth: true },
                ...tags(),
            },
        },
    ],
    "people of groups of a namespace, and a schedule of their figures": () => [
        {
            type: "aws:quicksight/group:Group",
            name: "auditors",
            props: { groupName: "auditors", namespace: "default", awsAccountId: ACCOUNT },
        },
        {
            type: "aws:quicksight/dataSource:DataSource",
            name: "archive",
            props: {
                dataSourceId: "archive",
                awsAccountId: ACCOUNT,
                type: "ATHENA",
                parameters: { athena: { workGroup: "archive" } },
                vpcConnectionProperties: { vpcConnectionArn: arn("quicksight", "vpcConnection/one") },
                credentials: { secretArn: arn("secretsmanager", "secret:one") },
                permissions: [
                    {
                        principal: arn("quicksight", "group/default/auditors"),
                        actions: ["quicksight:DescribeDataSource"],
                    },
                ],
                ...tags(),
            },
        },
    ],
};
