import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { deliveryPolicies } from "../../../infra/bootstrap/delivery-policies.ts";
import { StateBackend } from "../../../infra/bootstrap/state-backend.ts";
import { stackNames } from "../../../stacks/settings-of.ts";
import { ACCOUNT, thePlatform } from "../../support/infra-parts.ts";
import { allRegistered, everything, namesOf, recordResources, statements } from "../../support/mocks.ts";

type Handlers = Record<string, Record<"read" | "write", string[]>>;

const HANDLERS: Handlers = parse(readFileSync(new URL("handler-permissions.yaml", import.meta.url), "utf8"));

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
const WITHOUT_HANDLER = [
    /^s3\/bucket[A-Z]/,
    /^(datapipeline|redshiftserverless\/usageLimit|quicksight\/(group|accountSubscription)|lambda\/invocation)/,
    /^iam\/(outboundWebIdentityFederation|rolePolicyAttachment)/,
    /^sagemaker\/modelPackageGroupPolicy/,
];

/** What a handler asks for the sake of things that the program does not have, and so nobody is given. */
const NOT_HERE: readonly (readonly [RegExp, string])[] = [
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

const typeOf = (type: string): string | undefined => {
    const [, module = "", name = ""] = /^aws:(\w+)\/(\w+):/.exec(type) ?? [];
    const known = RENAMED[`${module}/${name}`];
    const found = Object.keys(HANDLERS).find((one) =>
        known === undefined ? one.toLowerCase() === `aws::${module}::${name}`.toLowerCase() : one === `AWS::${known}`,
    );
    return found;
};

async function allowed(): Promise<Set<string>> {
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

describe("what the pipelines may do, against what CloudFormation's handlers ask for", () => {
    const types = new Set<string>();
    before(async () => {
        for (const stack of stackNames) {
            await thePlatform(stack);
            for (const { type } of everything()) if (type.startsWith("aws:")) types.add(type);
        }
    });

    it("knows the handlers of every type of the program, or that there are none", () => {
        const unknown = [...types].filter((type) => {
            const name = type.slice("aws:".length);
            return typeOf(type) === undefined && !WITHOUT_HANDLER.some((pattern) => pattern.test(name));
        });
        assert.deepEqual(unknown, []);
    });

    it("covers them, but for what the program does not have", async () => {
        const may = await allowed();
        const wildcards = (asked: string) =>
            [...may].some((action) => new RegExp(`^${asked.replaceAll("*", ".*")}$`).test(action));
        // The dashboard and its theme are made by a template.
        const asked = [...types].flatMap((type) => typeOf(type) ?? []);
        for (const name of new Set([...asked, "AWS::QuickSight::Dashboard", "AWS::QuickSight::Theme"])) {
            const { read = [], write = [] } = HANDLERS[name] ?? {};
            const missing = [...read, ...write].filter(
                (action) => !wildcards(action) && !NOT_HERE.some(([pattern]) => pattern.test(action)),
            );
            assert.deepEqual([...new Set(missing)], [], name);
        }
    });

    it("leaves out nothing that is given all the same", async () => {
        const may = await allowed();
        const asked = Object.values(HANDLERS).flatMap(({ read, write }) => [...read, ...write]);
        const idle = NOT_HERE.filter(([pattern]) => !asked.some((one) => pattern.test(one) && !may.has(one)));
        assert.deepEqual(
            idle.map(([, reason]) => reason),
            [],
        );
    });
});
