import type { ResourceRecord } from "../../../policies/core/resource.ts";
import { type Mutant, withValue } from "./mutant.ts";

/** What somebody may write into a resource beside what is there, by type. */
const EXTRA: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    "aws:s3/bucket:Bucket": {
        acl: "public-read",
        grants: [{ uri: "http://acs.amazonaws.com/groups/global/AllUsers", permissions: ["READ"] }],
        policy: '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"*"}]}',
        website: { indexDocument: "index.html" },
        replicationConfiguration: { role: "arn:aws:iam::222222222222:role/one", rules: [] },
        lifecycleRules: [{ enabled: true, expiration: { days: 1 } }],
        region: "us-east-1",
    },
    "aws:dynamodb/table:Table": { replicas: [{ regionName: "us-east-1" }], region: "us-east-1" },
    "aws:kms/key:Key": { multiRegion: true, isEnabled: false, bypassPolicyLockoutSafetyCheck: true },
    "aws:secretsmanager/secret:Secret": {
        replicas: [{ region: "us-east-1" }],
        policy: '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"secretsmanager:GetSecretValue","Resource":"*"}]}',
    },
    "aws:sqs/queue:Queue": {
        policy: '{"Statement":[{"Effect":"Allow","Principal":{"AWS":"999999999999"},"Action":"sqs:ReceiveMessage","Resource":"*"}]}',
    },
    "aws:lambda/function:Function": {
        layers: ["arn:aws:lambda:eu-west-1:999999999999:layer:one:1"],
        environment: { variables: { DB_PASSWORD: "hunter2" } },
    },
    "aws:iam/role:Role": {
        managedPolicyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"],
        permissionsBoundary: "arn:aws:iam::aws:policy/AdministratorAccess",
        inlinePolicies: [{ name: "one", policy: '{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}' }],
    },
    "aws:cloudformation/stack:Stack": {
        templateUrl: "https://evil.example/one.json",
        capabilities: ["CAPABILITY_IAM"],
        iamRoleArn: "arn:aws:iam::222222222222:role/admin",
    },
    "azure-native:datafactory:Factory": {
        repoConfiguration: { accountName: "somebody" },
        publicNetworkAccess: "Enabled",
    },
    "azure-native:datafactory:Pipeline": {
        parameters: { key: { type: "String", defaultValue: "https://x/?sv=1&sig=abc" } },
    },
    "azure-native:storage:StorageAccount": {
        networkRuleSet: { defaultAction: "Deny", bypass: "None", ipRules: [{ iPAddressOrRange: "8.0.0.0/8" }] },
    },
    "aws:cloudtrail/trail:Trail": { eventSelectors: [{ readWriteType: "WriteOnly" }] },
};

/** Resources that would be new, as `type` and inputs. */
const NEW: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
    ...[
        "aws:ec2/instance:Instance",
        "aws:rds/instance:Instance",
        "aws:transfer/server:Server",
        "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
        "aws:ram/resourceShare:ResourceShare",
        "aws:kms/grant:Grant",
        "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
        "aws:iam/policyAttachment:PolicyAttachment",
        "aws:s3/accessPoint:AccessPoint",
        "aws:s3/bucketAcl:BucketAcl",
        "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
        "aws:ec2/vpcEndpointService:VpcEndpointService",
        "aws:ec2/vpcPeeringConnection:VpcPeeringConnection",
        "aws:lambda/layerVersionPermission:LayerVersionPermission",
        "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter",
        "aws:cloudwatch/eventRule:EventRule",
        "aws:cloudcontrol/resource:Resource",
        "aws-native:s3:Bucket",
        "azure-native:keyvault:Vault",
        "azure-native:sql:Server",
        "azure-native:resources:Deployment",
        "azure-native:datafactory:Trigger",
        "azure-native:datafactory:IntegrationRuntime",
        "azuread:index/appRoleAssignment:AppRoleAssignment",
        "azuread:index/directoryRoleAssignment:DirectoryRoleAssignment",
        "azuread:index/applicationPassword:ApplicationPassword",
        "gcp:storage/bucket:Bucket",
        "aws:iam/user:User",
        "aws:iam/accessKey:AccessKey",
    ].map((type) => [type, {}] as const),
    ["aws:iam/openIdConnectProvider:OpenIdConnectProvider", { url: "https://gitlab.com", clientIdLists: ["one"] }],
    [
        "aws:lambda/permission:Permission",
        { principal: "999999999999", action: "lambda:InvokeFunction", function: "one" },
    ],
    [
        "aws:lambda/permission:Permission",
        { principal: "s3.amazonaws.com", sourceArn: "arn:aws:s3:::*", function: "one" },
    ],
    ["aws:lambda/functionUrl:FunctionUrl", { authorizationType: "NONE", functionName: "one" }],
    [
        "aws:sns/topicSubscription:TopicSubscription",
        { protocol: "https", endpoint: "https://evil.example/", topic: "one" },
    ],
    [
        "aws:sns/topicSubscription:TopicSubscription",
        { protocol: "sqs", endpoint: "arn:aws:sqs:eu-west-1:999999999999:one", topic: "one" },
    ],
    ["pulumi:providers:aws", { region: "eu-west-1", allowedAccountIds: '["999999999999"]' }],
    [
        "pulumi:providers:aws",
        { region: "eu-west-1", allowedAccountIds: '["222222222222"]', endpoints: [{ s3: "https://evil.example" }] },
    ],
    [
        "azure-native:authorization:RoleAssignment",
        {
            roleDefinitionId: "/roleDefinitions/b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
            scope: "/subscriptions/x",
            principalId: "p",
        },
    ],
    [
        "azure-native:managedidentity:FederatedIdentityCredential",
        { issuer: "https://evil.example", subject: "repo:somebody/one:pull_request" },
    ],
    [
        "aws:secretsmanager/secretPolicy:SecretPolicy",
        {
            policy: '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"secretsmanager:GetSecretValue","Resource":"*"}]}',
        },
    ],
];

/** Kinds of which a second one beside the first would decide. */
const COMPANIONS =
    /^aws:(s3\/bucket(Policy|Versioning|PublicAccessBlock|OwnershipControls|Server|Lifecycle|ObjectLock|Logging)|sqs\/queuePolicy|sns\/topicPolicy)/;

export function extraMutants(record: ResourceRecord): Mutant[] {
    return Object.entries(EXTRA[record.type] ?? {}).map(([property, value]) => ({
        kind: "added",
        type: record.type,
        name: record.name,
        property,
        of: record,
        changed: withValue(record, [property], value),
    }));
}

export function newMutants(records: readonly ResourceRecord[]): Mutant[] {
    const stack = (records[0]?.urn ?? "").split("::").slice(0, 2).join("::");
    const made = NEW.map(([type, props]) =>
        mutant("new", { urn: `${stack}::${type}::intruder`, type, name: "intruder", props: { ...props } }),
    );
    const second = records
        .filter(({ type }) => COMPANIONS.test(type))
        .map((record) => mutant("a second one", { ...record, urn: `${record.urn}-2`, name: `${record.name}-2` }));
    return [...made, ...second];
}

function mutant(kind: string, changed: ResourceRecord): Mutant {
    return { kind, type: changed.type, name: changed.name, property: "resource", changed };
}
