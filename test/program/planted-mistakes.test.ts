import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Known } from "../../local/in-process/resources.ts";
import { checkInputs } from "../../local/providers/check-inputs.ts";
import { packages } from "../../local/providers/packages/index.ts";
import { plainProperties } from "../../local/providers/values/plain.ts";
import { parsePath } from "../../local/store/paths.ts";
import type { Properties, Value } from "../../local/store/value.ts";
import { judgeOnce } from "../../operations/guard/judge-once.ts";
import { root } from "../../tools/paths.mjs";

interface Mistake {
    /** Type and name of the resource of prod in which it is planted. */
    in: readonly [type: string, name: string];
    /** Path of the property, and what stands there now. A path into a policy leads into its text. */
    set: readonly [path: string, value: unknown];
    /** What the stand-in tells: the path, and the beginning of the reason. */
    told: string;
}

/** Of the kinds that the real providers or clouds refuse, or take and never let work. */
const MISTAKES: Mistake[] = [
    {
        in: ["aws:iam/rolePolicy:RolePolicy", "work"],
        set: [
            "policy/sagemaker:CreateTrainingJob/Condition/ArnEquals",
            { "sagemaker:VolumeKmsKey": "arn:aws:kms:eu-west-1:222222222222:key/k" },
        ],
        told: "policy.Statement[15].Condition.ArnEquals.sagemaker:VolumeKmsKey is not sent with",
    },
    {
        in: ["aws:iam/rolePolicy:RolePolicy", "publish"],
        set: ["policy/0/Resource", "arn:aws:quicksight:eu-west-1:222222222222:dataset/d"],
        told: "policy.Statement[0].Action[0] quicksight:ListIngestions works on no resource",
    },
    {
        in: ["aws:iam/rolePolicy:RolePolicy", "score"],
        set: ["policy/0/Action", ["dynamodb:BatchGet"]],
        told: "policy.Statement[0].Action[0] dynamodb:BatchGet is no action that AWS has",
    },
    {
        in: ["aws:iam/rolePolicy:RolePolicy", "judge"],
        set: ["policy/0/Effect", "Permit"],
        told: "policy.Statement[0].Effect must be Allow or Deny",
    },
    {
        in: ["aws:iam/role:Role", "score"],
        set: ["assumeRolePolicy/0/Condition", { StringEquals: { "lambda:FunctionName": "x" } }],
        told: "assumeRolePolicy.Statement[0].Condition.StringEquals.lambda:FunctionName is not sent with",
    },
    {
        in: ["aws:s3/bucketPolicy:BucketPolicy", "records"],
        set: ["policy/0/Principal", undefined],
        told: "policy.Statement[0].Principal is required",
    },
    {
        in: ["aws:sqs/queuePolicy:QueuePolicy", "landing"],
        set: ["policy/0/Action", "sqs:Send"],
        told: "policy.Statement[0].Action sqs:Send is no action",
    },
    {
        in: ["aws:sns/topicPolicy:TopicPolicy", "fraud"],
        set: ["policy/0/Action", "sns:PublishMessage"],
        told: "policy.Statement[0].Action sns:PublishMessage is no action",
    },
    {
        in: ["aws:kms/key:Key", "data"],
        set: ["policy/0/Action", ["kms:Administer"]],
        told: "policy.Statement[0].Action[0] kms:Administer is no action",
    },
    {
        in: ["aws:ec2/vpcEndpoint:VpcEndpoint", "network-sqs"],
        set: ["policy/0/Condition", { StringEquals: { "aws:OwnAccount": "1" } }],
        told: "policy.Statement[0].Condition.StringEquals.aws:OwnAccount is no condition key",
    },
    {
        in: ["azure-native:datafactory:Factory", "exchange"],
        set: ["identity.userAssignedIdentities", ["/subscriptions/s/x"]],
        told: "identity.userAssignedIdentities must be a map",
    },
    {
        in: ["aws:lambda/functionRecursionConfig:FunctionRecursionConfig", "score"],
        set: ["recursiveLoop", "Forbid"],
        told: "recursiveLoop must be one of Allow, Terminate",
    },
    {
        in: ["aws:lambda/function:Function", "score"],
        set: ["timeout", 1000],
        told: "timeout must be a whole number from 1 to 900",
    },
    { in: ["aws:lambda/function:Function", "score"], set: ["memorySize", 64], told: "memorySize must be" },
    {
        in: ["aws:lambda/eventSourceMapping:EventSourceMapping", "score-screened"],
        set: ["maximumBatchingWindowInSeconds", 400],
        told: "maximumBatchingWindowInSeconds must be",
    },
    {
        in: ["aws:sqs/queue:Queue", "incoming"],
        set: ["visibilityTimeoutSeconds", 50_000],
        told: "visibilityTimeoutSeconds must be",
    },
    { in: ["aws:cloudwatch/metricAlarm:MetricAlarm", "warehouse-busy"], set: ["period", 45], told: "period must be" },
    {
        in: ["aws:cloudwatch/logGroup:LogGroup", "score"],
        set: ["retentionInDays", 100],
        told: "retentionInDays must be one of",
    },
    { in: ["aws:kms/key:Key", "data"], set: ["deletionWindowInDays", 3], told: "deletionWindowInDays must be" },
    {
        in: ["aws:sagemaker/endpointConfiguration:EndpointConfiguration", "fraud"],
        set: ["productionVariants[0].initialInstanceCount", 0],
        told: "productionVariants[0].initialInstanceCount must be",
    },
    {
        in: ["azure-native:authorization:RoleAssignment", "exchange-reader"],
        set: ["principalType", "Robot"],
        told: "principalType must be one of",
    },
    {
        in: ["azure-native:consumption:Budget", "exchange"],
        set: ["timePeriod.startDate", "2026-12-02"],
        told: "timePeriod.startDate must be the first day of a month",
    },
    {
        in: ["aws:lambda/function:Function", "score"],
        set: ["loggingConfig.applicationLogLevel", "VERBOSE"],
        told: "loggingConfig.applicationLogLevel must be one of TRACE, DEBUG",
    },
    {
        in: ["aws:lambda/function:Function", "score"],
        set: ["kmsKeyArn", "alias/aws/lambda"],
        told: "kmsKeyArn must match",
    },
    {
        in: ["aws:lambda/function:Function", "score"],
        set: ["vpcConfig.securityGroupIds", []],
        told: "vpcConfig must have subnetIds and securityGroupIds",
    },
    {
        in: ["aws:lambda/function:Function", "score"],
        set: ["vpcConfig.securityGroups", ["sg-00000001"]],
        told: "vpcConfig.securityGroups is no property",
    },
    {
        in: ["aws:lambda/eventSourceMapping:EventSourceMapping", "score-screened"],
        set: ["scalingConfig.maximumConcurrency", 1],
        told: "scalingConfig.maximumConcurrency must be",
    },
    {
        in: ["aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig", "collect"],
        set: ["maximumEventAgeInSeconds", 30],
        told: "maximumEventAgeInSeconds must be",
    },
    {
        in: ["aws:sqs/queue:Queue", "bulk"],
        set: ["redrivePolicy", JSON.stringify({ deadLetterTargetArn: "bulk-dead", maxReceiveCount: 5 })],
        told: "redrivePolicy deadLetterTargetArn must be the ARN of a queue",
    },
    {
        in: ["aws:sqs/queue:Queue", "bulk"],
        set: ["sqsManagedSseEnabled", true],
        told: "sqsManagedSseEnabled conflicts with kmsMasterKeyId",
    },
    {
        in: ["aws:sqs/queue:Queue", "bulk"],
        set: ["fifoThroughputLimit", "perMessage"],
        told: "fifoThroughputLimit must be one of perQueue, perMessageGroupId",
    },
    {
        in: ["aws:s3/bucket:Bucket", "records"],
        set: ["bucket", "Records_Prod"],
        told: "bucket must",
    },
    {
        in: ["aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration", "records"],
        set: ["rule.defaultRetention", { mode: "COMPLIANCE", days: 1, years: 1 }],
        told: "rule.defaultRetention must have either days or years",
    },
    {
        in: ["aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "records"],
        set: ["rules[0].applyServerSideEncryptionByDefault.sseAlgorithm", "AES256"],
        told: "rules[0].applyServerSideEncryptionByDefault names a kmsMasterKeyId",
    },
    {
        in: ["aws:s3/bucketNotification:BucketNotification", "landing"],
        set: ["queues[0].events", ["s3:ObjectMade:*"]],
        told: "queues[0].events[0] must be one of",
    },
    {
        in: ["aws:kms/key:Key", "data"],
        set: ["customerMasterKeySpec", "RSA_1024"],
        told: "customerMasterKeySpec must be one of",
    },
    {
        in: ["aws:cloudwatch/metricAlarm:MetricAlarm", "warehouse-busy"],
        set: ["unit", "Second"],
        told: "unit must be one of",
    },
    {
        in: ["aws:cloudwatch/metricAlarm:MetricAlarm", "warehouse-busy"],
        set: ["treatMissingData", "ok"],
        told: "treatMissingData must be one of",
    },
    {
        in: ["aws:dynamodb/table:Table", "ledger"],
        set: ["hashKey", "nothing"],
        told: "attributes must declare the keys nothing",
    },
    {
        in: ["aws:dynamodb/table:Table", "ledger"],
        set: ["ttl", { enabled: true }],
        told: "ttl.attributeName is required",
    },
    {
        in: ["aws:glue/catalogTable:CatalogTable", "transactions"],
        set: ["storageDescriptor.columns[0].type", "decimal(40,2)"],
        told: "storageDescriptor.columns[0].type must be a type",
    },
    {
        in: ["aws:ec2/subnet:Subnet", "network-isolated-1"],
        set: ["cidrBlock", "10.0.0.5/24"],
        told: "cidrBlock must begin where its block does, at 10.0.0.0/24",
    },
    {
        in: ["aws:ec2/vpcEndpoint:VpcEndpoint", "network-sqs"],
        set: ["vpcEndpointType", "Private"],
        told: "vpcEndpointType must be one of",
    },
    {
        in: ["aws:redshiftserverless/workgroup:Workgroup", "warehouse"],
        set: ["baseCapacity", 9],
        told: "baseCapacity must",
    },
    {
        in: ["aws:quicksight/dataSet:DataSet", "alerts"],
        set: ["importMode", "CACHE"],
        told: "importMode must be one of SPICE, DIRECT_QUERY",
    },
    {
        in: ["aws:apigatewayv2/authorizer:Authorizer", "landing"],
        set: ["authorizerType", "COGNITO"],
        told: "authorizerType must be one of",
    },
    {
        in: ["aws:sns/topicPolicy:TopicPolicy", "operations"],
        set: ["arn", undefined],
        told: "arn is required",
    },
    {
        in: ["aws:iam/role:Role", "score"],
        set: ["permissionsBoundary", "arn:aws:iam::222222222222:role/x"],
        told: "permissionsBoundary must be the ARN of a policy",
    },
    {
        in: ["azure-native:datafactory:Pipeline", "exchange-sanctions-list"],
        set: ["activities[0].sink", { type: "RestSnk" }],
        told: "activities[0].sink.type must be one of",
    },
    {
        in: ["azure-native:datafactory:Pipeline", "exchange-sanctions-list"],
        set: ["activities[0].parallelCopies", "many"],
        told: "activities[0].parallelCopies must be a number",
    },
    {
        in: ["azure-native:datafactory:Pipeline", "exchange-sanctions-list"],
        set: ["activities[1].policy.timeout", "5 minutes"],
        told: "activities[1].policy.timeout must match",
    },
    {
        in: ["azure-native:datafactory:Pipeline", "exchange-sanctions-list"],
        set: ["activities[1].authentication.type", "UAMI"],
        told: "activities[1].authentication.type must be one of",
    },
    {
        in: ["azure-native:datafactory:Dataset", "exchange-sanctions-list-source"],
        set: ["properties.location", { type: "BlobLocation" }],
        told: "properties.location.type must be one of",
    },
    {
        in: ["azure-native:storage:StorageAccount", "exchange"],
        set: ["sku.name", "Standard_XYZ"],
        told: "sku.name must be one of",
    },
    {
        in: ["azure-native:storage:StorageAccount", "exchange"],
        set: ["networkRuleSet.defaultAction", "Block"],
        told: "networkRuleSet.defaultAction must be one of",
    },
    {
        in: ["azure-native:monitor:ActionGroup", "exchange"],
        set: ["groupShortName", "a-very-long-name"],
        told: "groupShortName must",
    },
    {
        in: ["aws:cloudwatch/metricAlarm:MetricAlarm", "warehouse-busy"],
        set: ["period", 300],
        told: "period must be a multiple of 1800 seconds",
    },
    {
        in: ["aws:cloudwatch/metricAlarm:MetricAlarm", "warehouse-busy"],
        set: ["unit", "Percent"],
        told: "unit must be one of None",
    },
    {
        in: ["aws:cloudwatch/metricAlarm:MetricAlarm", "warehouse-busy"],
        set: ["dimensions", { WorkgroupName: "warehouse" }],
        told: "dimensions must be Workgroup, got WorkgroupName",
    },
];

describe("a mistake in the program of prod", () => {
    it("is tried of many kinds", () => {
        const reasons = MISTAKES.map(({ told }) => told.split(" ").slice(1, 4).join(" "));
        assert.ok(MISTAKES.length >= 50 && new Set(reasons).size >= 20, `${new Set(reasons).size} reasons`);
    });

    const cache = mkdtempSync(join(tmpdir(), "planted-"));
    let resources: readonly Known[];
    before(async () => {
        const { report, judgement } = await judgeOnce({
            root,
            cache,
            stack: "prod",
            program: "platform",
            withDetails: true,
        });
        assert.deepEqual(report.errors, []);
        resources = judgement?.details?.known ?? [];
    });
    after(() => rmSync(cache, { recursive: true, force: true }));

    const refusals = ({ type, name, urn }: Known, inputs: Properties): string[] => {
        const provider = packages[type.split(":")[0] ?? ""];
        const definition = provider?.types[type];
        if (provider === undefined || definition === undefined) throw new Error(`the stand-in does not know ${type}`);
        const { failures } = checkInputs(definition, { urn, name, generation: 0 }, {}, inputs, provider.cloud({}));
        return failures.map(({ property, reason }) => `${property} ${reason}`);
    };

    for (const {
        in: [type, name],
        set: [path, value],
        told,
    } of MISTAKES) {
        it(`is refused offline with its path: ${told}`, () => {
            const known = resources.find((one) => one.type === type && one.name === name);
            assert.ok(known, `prod has no ${type} named ${name}`);
            const sound = plainProperties(known.inputs);
            assert.deepEqual(refusals(known, sound), []);
            const found = refusals(known, withMistake(sound, path, value));
            assert.ok(
                found.some((text) => text.startsWith(told)),
                `refused for ${JSON.stringify(found)}`,
            );
        });
    }
});

/** The inputs with another value at one path; `policy/3/Action` is in a statement of the text `policy`, by number or by an action. */
function withMistake(inputs: Properties, path: string, value: unknown): Properties {
    const copy = structuredClone(inputs);
    const [property = "", ...inside] = path.split("/");
    if (inside.length === 0) return put(copy, parsePath(path), value);
    const policy = JSON.parse(String(copy[property]));
    const [index = "0", ...steps] = inside;
    const byAction = policy.Statement.find(({ Action }: { Action: string[] }) => Action.includes(index));
    put(byAction ?? policy.Statement[Number(index)], steps, value);
    return { ...copy, [property]: JSON.stringify(policy) };
}

function put(into: Properties, steps: readonly (string | number)[], value: unknown): Properties {
    const [last, ...before] = [...steps].reverse();
    const holder = before.reverse().reduce<Value>((here, step) => (here as Properties)[step] ?? null, into);
    (holder as Record<string, unknown>)[last ?? ""] = value;
    return into;
}
