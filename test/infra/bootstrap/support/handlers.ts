import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { deliveryPolicies } from "../../../../infra/bootstrap/delivery-policies.ts";
import { StateBackend } from "../../../../infra/bootstrap/state-backend.ts";
import { ACCOUNT } from "../../../support/infra-parts.ts";
import { allRegistered, namesOf, recordResources, statements } from "../../../support/mocks.ts";

type Handlers = Record<string, Record<"read" | "write", string[]>>;

export const HANDLERS: Handlers = parse(readFileSync(new URL("../handler-permissions.yaml", import.meta.url), "utf8"));

/** What CloudFormation calls the types of the program where its name does not follow from Pulumi's. */
const RENAMED: Record<string, string> = {
    "appautoscaling/policy": "ApplicationAutoScaling::ScalingPolicy",
    "appautoscaling/target": "ApplicationAutoScaling::ScalableTarget",
    "cloudwatch/logGroup": "Logs::LogGroup",
    "cloudwatch/metricAlarm": "CloudWatch::Alarm",
    "ec2/defaultSecurityGroup": "EC2::SecurityGroup",
    "ec2/routeTableAssociation": "EC2::SubnetRouteTableAssociation",
    "glue/catalogDatabase": "Glue::Database",
    "glue/catalogTable": "Glue::Table",
    "iam/openIdConnectProvider": "IAM::OIDCProvider",
    "iam/policy": "IAM::ManagedPolicy",
    "lambda/functionEventInvokeConfig": "Lambda::EventInvokeConfig",
    "lambda/functionRecursionConfig": "Lambda::Function",
    "sagemaker/endpointConfiguration": "SageMaker::EndpointConfig",
    "sfn/stateMachine": "StepFunctions::StateMachine",
    "sns/topicSubscription": "SNS::Subscription",
    "vpc/securityGroupEgressRule": "EC2::SecurityGroupEgress",
    "vpc/securityGroupIngressRule": "EC2::SecurityGroupIngress",
};

/** What CloudFormation has no type for, and what it has as part of another one. Tests of their own hold those permissions. */
export const WITHOUT_HANDLER = [
    /^s3\/bucket[A-Z]/,
    /^(datapipeline|redshiftserverless\/usageLimit|quicksight\/(group|accountSubscription)|lambda\/invocation)/,
    /^iam\/(outboundWebIdentityFederation|rolePolicyAttachment)/,
    /^sagemaker\/modelPackageGroupPolicy/,
];

/** What a handler asks for the sake of things that the program does not have, and so nobody is given. */
export const NOT_HERE: readonly (readonly [RegExp, string])[] = [
    [/ScheduledAction|ProvisionedConcurrency|GetMetricData/, "capacity by the clock, or by forecast"],
    [
        /^(s3tables|s3):.*(Abac|Acl|Analytics|Inventory|Metrics|Intelligent|Cors|CORS|Website|Replication|Metadata|Accelerate|Namespace|Table|Delete(Bucket)?(Encryption|Lifecycle))/,
        "features of buckets that none has",
    ],
    [
        /^s3:(PutObjectLockConfiguration|GetObjectVersion|REST|getObject|.*Multipart)/,
        "no action of IAM, or uploads by CloudFormation",
    ],
    [
        /^(lakeformation|organizations|firehose|kinesis|elasticfilesystem|s3files|vpc-lattice|vpce|sso|billing|autoscaling|redshift):/,
        "services that the program does not use",
    ],
    [/^(ecr|glue:.*(Connection|Schema))/, "images and connections of one's own"],
    [/^cloudformation:(UpdateTermination|SetStackPolicy)/, "protections of a stack that Pulumi's takes over"],
    [
        /^cloudtrail:(.*Insight|.*EventConfiguration|StopLogging|DeleteTrail)/,
        "insights; the end of the trail is a person's work",
    ],
    [
        /^kms:(Schedule|Cancel|Disable|Enable|Revoke|Retire|GenerateDataKeyPair|List(Grants|KeyPolicies|Keys)|UpdatePrimaryRegion)/,
        "the end of a key, which the limit refuses",
    ],
    [
        /^logs:(.*(DataProtection|Index|BearerToken)|Disassociate|DeleteRetention|DeleteResource|PutLogGroupDeletion|CreateLogStream|DescribeLogStreams|PutLogEvents)/,
        "logs without a key or an end, indexes",
    ],
    [
        /^dynamodb:(.*(Insights|Kinesis|Import|ResourcePolicy|Replica)|Scan|Query|UpdateItem|PutItem|GetItem|DeleteItem|BatchWriteItem)/,
        "copies in other regions; no row is read or written",
    ],
    [
        /^ec2:(UpdateSecurityGroupRule|DescribeInstances|.*CidrBlock|.*EncryptionControl|ModifyVpcTenancy)/,
        "changes that replace the resource here",
    ],
    [
        /^iam:(.*(Group|User)Policy|ListEntities|ListOpenIDConnectProviderTags|DeleteOpenIDConnectProvider|.*PermissionsBoundary)/,
        "people, and the limit, which the limit refuses",
    ],
    [
        /^lambda:(.*(CodeSigning|Scaling|CapacityProvider)|GetLayer|PutRuntime|AssociateRuntime)/,
        "code that is signed, layers, runtimes by hand",
    ],
    [
        /^quicksight:(.*Folder|.*RefreshProperties|Cancel|PassTopic|DescribeTemplate|UpdateDashboardLinks)/,
        "folders, templates, topics",
    ],
    [/^redshift-serverless:(.*SnapshotCopy|Restore)/, "snapshots elsewhere"],
    [
        /^secretsmanager:(GetRandomPassword|GetSecretValue|.*Replica)/,
        "passwords that CloudFormation makes; no secret is read",
    ],
    [/^sns:.*DataProtection/, "topics that look into messages"],
];

/** What CloudFormation calls a type of the program. */
export const handlerTypeOf = (type: string): string | undefined => {
    const [, module = "", name = ""] = /^aws:(\w+)\/(\w+):/.exec(type) ?? [];
    const known = RENAMED[`${module}/${name}`];
    const found = Object.keys(HANDLERS).find((one) =>
        known === undefined ? one.toLowerCase() === `aws::${module}::${name}`.toLowerCase() : one === `AWS::${known}`,
    );
    return found;
};

/** Every action that one of the pipelines' policies allows. */
export async function allowedToPipelines(): Promise<Set<string>> {
    await recordResources();
    const own = { accountId: ACCOUNT, region: "eu-west-1" };
    const tags = { environment: "prod", owner: "team", costCentre: "cc-1", dataClassification: "internal" };
    const parent = new StateBackend("parent", { ...own, tags, olderVersionDays: 1, accessLogDays: 1 });
    deliveryPolicies(parent, { ...own, environment: "prod" });
    await allRegistered();
    const type = "aws:iam/policy:Policy";
    const all = namesOf(type).flatMap((name) => statements(type, name) as { Action: string[] }[]);
    return new Set(all.flatMap(({ Action }) => Action));
}

/** What the handlers of a type ask for, and the pipelines may not do, but for the sake of what the program does not have. */
export function missingOf(name: string, may: ReadonlySet<string>): string[] {
    const { read = [], write = [] } = HANDLERS[name] ?? {};
    const covered = (asked: string) =>
        [...may].some((action) => new RegExp(`^${asked.replaceAll("*", ".*")}$`).test(action));
    const missing = [...read, ...write].filter(
        (action) => !covered(action) && !NOT_HERE.some(([pattern]) => pattern.test(action)),
    );
    return [...new Set(missing)];
}
