import assert from "node:assert/strict";
import { ACCOUNT, thePlatform } from "../support/infra-parts.ts";
import { everything, statements } from "../support/mocks.ts";

const ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";

const allow = (Resource: string, ...Action: string[]) => ({ Effect: "Allow", Action, Resource });

const tracing = allow("*", "xray:PutTelemetryRecords", "xray:PutTraceSegments");
const logging = (name: string) => allow(`arn:cloudwatch:${name}:*`, "logs:CreateLogStream", "logs:PutLogEvents");
const consuming = (queue: string) =>
    allow(`arn:sqs:${queue}`, "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage");
const consumingAndPuttingBack = (queue: string) => {
    const actions = ["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage", "sqs:SendMessage"];
    return allow(`arn:sqs:${queue}`, ...actions);
};
const connecting = {
    ...allow(
        "*",
        "ec2:AssignPrivateIpAddresses",
        "ec2:CreateNetworkInterface",
        "ec2:DeleteNetworkInterface",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeSubnets",
        "ec2:UnassignPrivateIpAddresses",
    ),
    Condition: { Null: { "lambda:SourceFunctionArn": "true" } },
};
const dataKey = allow("arn:kms:data", "kms:Decrypt", "kms:GenerateDataKey");
const observing = allow(
    "*",
    "logs:CreateLogDelivery",
    "logs:DeleteLogDelivery",
    "logs:DescribeLogGroups",
    "logs:DescribeResourcePolicies",
    "logs:GetLogDelivery",
    "logs:ListLogDeliveries",
    "logs:PutResourcePolicy",
    "logs:UpdateLogDelivery",
    "xray:GetSamplingRules",
    "xray:GetSamplingTargets",
    "xray:PutTelemetryRecords",
    "xray:PutTraceSegments",
);
const discrepancies = allow("arn:sns:discrepancies", "sns:Publish");

const sagemaker = `arn:aws:sagemaker:eu-west-1:${ACCOUNT}`;
const trainings = `arn:aws:sagemaker:eu-west-1:${ACCOUNT}:training-job/fit-*`;

const training = [
    {
        ...allow(trainings, "sagemaker:CreateTrainingJob"),
        Condition: {
            Bool: { "sagemaker:NetworkIsolation": "true", "sagemaker:InterContainerTrafficEncryption": "true" },
            ArnEquals: { "sagemaker:VolumeKmsKeyArn": "arn:kms:data", "sagemaker:OutputKmsKeyArn": "arn:kms:data" },
        },
    },
    allow(
        trainings,
        "sagemaker:AddTags",
        "sagemaker:DescribeTrainingJob",
        "sagemaker:ListTags",
        "sagemaker:StopTrainingJob",
    ),
    {
        ...allow("arn:iam:fraud-training", "iam:PassRole"),
        Condition: { StringEquals: { "iam:PassedToService": "sagemaker.amazonaws.com" } },
    },
];

const connectingSpark = (what: string) => ({
    ...allow(`arn:aws:ec2:eu-west-1:${ACCOUNT}:${what}`, "ec2:CreateNetworkInterface"),
    Condition: { StringEquals: { "aws:CalledViaLast": "ops.emr-serverless.amazonaws.com" } },
});

const spark = [
    allow("arn:kms:logs", "kms:Decrypt", "kms:GenerateDataKey"),
    allow("arn:emrserverless:trends", "emr-serverless:StartJobRun"),
    allow("arn:emrserverless:trends/jobruns/*", "emr-serverless:CancelJobRun", "emr-serverless:GetJobRun"),
    {
        ...allow("arn:iam:trends", "iam:PassRole"),
        Condition: { StringEquals: { "iam:PassedToService": "emr-serverless.amazonaws.com" } },
    },
    connectingSpark("network-interface/*"),
    connectingSpark("subnet/*"),
    connectingSpark("security-group/network-functions-id"),
];

const figures = ["alerts", "risk", "quarantine", "scores", "reports"].map(
    (name) => `arn:aws:quicksight:eu-west-1:${ACCOUNT}:dataset/compliance-local-${name}`,
);

const ownStatements = {
    ...allow("*", "redshift-data:DescribeStatement", "redshift-data:GetStatementResult"),
    // biome-ignore lint/suspicious/noTemplateCurlyInString: IAM fills in the caller.
    Condition: { StringEquals: { "redshift-data:statement-owner-iam-userid": "${aws:userid}" } },
};

/** The tables of the records, and what they describe, which Athena reads in the name of who asks. */
const glue = `arn:aws:glue:eu-west-1:${ACCOUNT}`;
const catalog = [
    allow(`${glue}:catalog`, "glue:GetDatabase", "glue:GetTable"),
    allow(`${glue}:database/compliance_local`, "glue:GetDatabase", "glue:GetTable"),
    ...["transactions", "manifests", "quarantine", "parked"].map((table) =>
        allow(`${glue}:table/compliance_local/${table}`, "glue:GetTable"),
    ),
    ...["records", "manifests", "quarantine", "parked"].flatMap((bucket) => [
        allow(`arn:s3:${bucket}/*`, "s3:GetObject"),
        allow(`arn:s3:${bucket}`, "s3:GetBucketLocation", "s3:ListBucket"),
    ]),
];

/** Everything each role may do, whole: whoever widens this is asked why. */
const PERMISSIONS: Record<string, unknown[]> = {
    collect: [
        allow(
            "arn:dynamodb:watermarks",
            ...["BatchGetItem", "BatchWriteItem", "GetItem", "PutItem"].map((one) => `dynamodb:${one}`),
        ),
        dataKey,
        allow("arn:s3:landing/*", "s3:PutObject"),
        discrepancies,
        allow("arn:aws:iam::999999999999:role/reader", "sts:AssumeRole"),
        logging("collect"),
        tracing,
    ],
    unpack: [
        allow("arn:s3:landing/*", "s3:GetObjectVersion"),
        allow("arn:s3:landing", "s3:ListBucket"),
        dataKey,
        allow("arn:s3:manifests/*", "s3:GetObject", "s3:PutObject"),
        allow("arn:s3:quarantine/*", "s3:PutObject"),
        allow("arn:sqs:bulk", "sqs:SendMessage"),
        allow(
            "arn:sqs:landing",
            "sqs:DeleteMessage",
            "sqs:GetQueueAttributes",
            "sqs:ReceiveMessage",
            "sqs:SendMessage",
        ),
        discrepancies,
        allow("arn:kms:card-tokens", "kms:GenerateMac"),
        logging("unpack"),
        tracing,
        connecting,
    ],
    screen: [
        allow("arn:dynamodb:ledger", "dynamodb:PutItem", "dynamodb:UpdateItem"),
        dataKey,
        // What fails of a pack is put back alone.
        consumingAndPuttingBack("bulk"),
        allow("arn:sqs:screened", "sqs:SendMessage"),
        allow("arn:sqs:screened-bulk", "sqs:SendMessage"),
        allow("arn:s3:quarantine/*", "s3:PutObject"),
        discrepancies,
        consuming("incoming"),
        logging("screen"),
        tracing,
        connecting,
    ],
    score: [
        allow("arn:dynamodb:ledger", "dynamodb:BatchGetItem", "dynamodb:UpdateItem"),
        dataKey,
        allow("arn:dynamodb:activity", "dynamodb:BatchWriteItem", "dynamodb:PutItem", "dynamodb:Query"),
        allow("arn:s3:records/*", "s3:PutObject"),
        // What a guard stops; copies of files lie elsewhere in that bucket.
        allow("arn:s3:quarantine/rows/*", "s3:PutObject"),
        allow("arn:s3:profiles/*", "s3:GetObject"),
        allow("arn:s3:profiles", "s3:ListBucket"),
        allow("arn:s3:supplementary/received/*", "s3:GetObject"),
        {
            ...allow("arn:dynamodb:supplementary-runs", "dynamodb:Query"),
            Condition: { "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": "current" } },
        },
        allow("arn:sns:fraud", "sns:Publish"),
        discrepancies,
        consumingAndPuttingBack("screened"),
        consumingAndPuttingBack("screened-bulk"),
        allow("arn:sagemaker:fraud", "sagemaker:InvokeEndpoint"),
        allow("arn:s3:model/serving/explainer.json", "s3:GetObject"),
        logging("score"),
        tracing,
        connecting,
    ],
    insight: [
        allow("arn:lambda:train", "lambda:InvokeFunction"),
        allow("arn:lambda:judge", "lambda:InvokeFunction"),
        allow("arn:lambda:request", "lambda:InvokeFunction"),
        ...spark,
        ...training,
        allow(
            "arn:aws:events:eu-west-1:123456789012:rule/StepFunctionsGetEventsForEMRServerlessJobRule",
            "events:DescribeRule",
            "events:PutRule",
            "events:PutTargets",
        ),
        allow(
            `arn:aws:events:eu-west-1:${ACCOUNT}:rule/StepFunctionsGetEventsForSageMakerTrainingJobsRule`,
            "events:DescribeRule",
            "events:PutRule",
            "events:PutTargets",
        ),
        observing,
        allow("arn:sns:operations", "sns:Publish"),
        dataKey,
    ],
    "insight-start": [allow("arn:sfn:insight", "states:StartExecution")],
    train: [
        allow("arn:dynamodb:ledger", "dynamodb:BatchGetItem"),
        dataKey,
        allow("arn:dynamodb:ledger/index/by-decision", "dynamodb:Query"),
        allow("arn:s3:records/*", "s3:GetObject"),
        allow("arn:s3:records", "s3:ListBucket"),
        allow("arn:s3:model/*", "s3:GetObject"),
        allow("arn:s3:model", "s3:ListBucket"),
        allow("arn:s3:model/learning/*", "s3:PutObject"),
        allow("arn:s3:model/training/*", "s3:PutObject"),
        logging("train"),
        tracing,
        connecting,
    ],
    judge: [
        allow("*", "sagemaker:ListTrainingJobs", "xray:PutTelemetryRecords", "xray:PutTraceSegments"),
        allow(`${sagemaker}:training-job/fit-*`, "sagemaker:DescribeTrainingJob"),
        allow(`${sagemaker}:endpoint/compliance-local-fraud`, "sagemaker:DescribeEndpoint"),
        allow(`${sagemaker}:endpoint-config/*`, "sagemaker:DescribeEndpointConfig"),
        allow(`${sagemaker}:model/*`, "sagemaker:DescribeModel"),
        allow(
            `${sagemaker}:model-package/compliance-local-fraud/*`,
            "sagemaker:CreateModelPackage",
            "sagemaker:DescribeModelPackage",
            "sagemaker:ListModelPackages",
        ),
        allow("arn:s3:model/*", "s3:GetObject"),
        dataKey,
        allow("arn:s3:model", "s3:ListBucket"),
        allow("arn:s3:model/learning/*", "s3:PutObject"),
        allow("arn:sns:operations", "sns:Publish"),
        logging("judge"),
        connecting,
    ],
    promote: promoting("compliance-local-fraud", false),
    migrate: [
        allow("arn:redshiftserverless:warehouse", "redshift-data:BatchExecuteStatement"),
        ownStatements,
        allow("arn:secret:warehouse-admin", "secretsmanager:GetSecretValue"),
        dataKey,
        allow(
            "arn:secretsmanager:warehouse-dashboards",
            "secretsmanager:DescribeSecret",
            "secretsmanager:PutSecretValue",
            "secretsmanager:UpdateSecretVersionStage",
        ),
        logging("migrate"),
        tracing,
        connecting,
    ],
    load: [
        allow(
            "arn:redshiftserverless:warehouse",
            "redshift-data:BatchExecuteStatement",
            "redshift-serverless:GetCredentials",
        ),
        {
            ...allow("*", "redshift-data:DescribeStatement"),
            // biome-ignore lint/suspicious/noTemplateCurlyInString: IAM fills in the caller.
            Condition: { StringEquals: { "redshift-data:statement-owner-iam-userid": "${aws:userid}" } },
        },
        allow("arn:s3:manifests/loads/*", "s3:PutObject"),
        dataKey,
        consuming("records"),
        logging("load"),
        tracing,
        connecting,
    ],
    "warehouse-copy": [
        allow("arn:s3:records/*", "s3:GetObject"),
        allow("arn:s3:records", "s3:ListBucket"),
        allow("arn:kms:data", "kms:Decrypt"),
        allow("arn:s3:manifests/*", "s3:GetObject"),
        allow("arn:s3:manifests", "s3:ListBucket"),
        allow("arn:s3:quarantine/rows/*", "s3:GetObject"),
        allow("arn:s3:quarantine", "s3:ListBucket"),
        allow("arn:s3:reports/runs/*", "s3:GetObject"),
        allow("arn:s3:reports", "s3:ListBucket"),
    ],
    intake: [
        allow("arn:lambda:collect", "lambda:InvokeFunction"),
        observing,
        allow("arn:sns:operations", "sns:Publish"),
        dataKey,
    ],
    "intake-start": [allow("arn:sfn:intake", "states:StartExecution")],
    books: [
        allow("arn:lambda:report", "lambda:InvokeFunction"),
        observing,
        allow("arn:sns:operations", "sns:Publish"),
        dataKey,
    ],
    balance: [
        allow("arn:lambda:reconcile", "lambda:InvokeFunction"),
        allow("arn:lambda:publish", "lambda:InvokeFunction"),
        allow("arn:lambda:promote", "lambda:InvokeFunction"),
        observing,
        allow("arn:sns:operations", "sns:Publish"),
        dataKey,
    ],
    "balance-start": [allow("arn:sfn:balance", "states:StartExecution")],
    "books-start": [allow("arn:sfn:books", "states:StartExecution")],
    receive: [
        allow("arn:dynamodb:supplementary-runs", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:UpdateItem"),
        dataKey,
        discrepancies,
        logging("receive"),
        tracing,
        connecting,
    ],
    request: [
        {
            ...allow("*", "sts:GetWebIdentityToken"),
            Condition: {
                "ForAllValues:StringEquals": { "sts:IdentityTokenAudience": "api://AzureADTokenExchange" },
                Null: { "sts:IdentityTokenAudience": "false" },
                StringEquals: { "sts:SigningAlgorithm": "RS256" },
                NumericLessThanEquals: { "sts:DurationSeconds": "300" },
            },
        },
        logging("request"),
        tracing,
        allow("arn:kms:data", "kms:Decrypt"),
    ],
    publish: [
        allow("*", "quicksight:ListIngestions", "xray:PutTelemetryRecords", "xray:PutTraceSegments"),
        ...figures.map((arn) =>
            allow(`${arn}/ingestion/*`, "quicksight:CreateIngestion", "quicksight:DescribeIngestion"),
        ),
        logging("publish"),
        allow("arn:kms:data", "kms:Decrypt"),
    ],
    reconcile: [
        allow("arn:dynamodb:ledger/index/arrivals", "dynamodb:Query"),
        dataKey,
        allow("arn:dynamodb:ledger", "dynamodb:BatchGetItem"),
        allow(
            "arn:redshiftserverless:warehouse",
            "redshift-data:BatchExecuteStatement",
            "redshift-serverless:GetCredentials",
        ),
        ownStatements,
        allow("arn:s3:parked/*", "s3:GetObject"),
        allow("arn:s3:parked", "s3:ListBucket"),
        allow("arn:s3:reports/*", "s3:GetObject", "s3:PutObject"),
        allow("arn:s3:reports", "s3:ListBucket"),
        discrepancies,
        logging("reconcile"),
        tracing,
        connecting,
    ],
    report: [
        allow(
            "arn:athena:reports",
            "athena:GetNamedQuery",
            "athena:GetQueryExecution",
            "athena:GetQueryResults",
            "athena:StartQueryExecution",
            "athena:StopQueryExecution",
        ),
        allow("arn:s3:athena-results/*", "s3:GetObject", "s3:PutObject"),
        dataKey,
        allow("arn:s3:athena-results", "s3:GetBucketLocation"),
        ...catalog,
        allow("arn:s3:reports/*", "s3:GetObject", "s3:PutObject"),
        allow("arn:s3:reports", "s3:ListBucket"),
        discrepancies,
        logging("report"),
        tracing,
        connecting,
    ],
    landing: [allow("arn:s3:supplementary/received/*", "s3:PutObject"), allow("arn:kms:data", "kms:GenerateDataKey")],
    park: [
        allow("arn:s3:parked/*", "s3:PutObject"),
        dataKey,
        discrepancies,
        consuming("landing-dead"),
        consuming("bulk-dead"),
        consuming("incoming-dead"),
        consuming("screened-dead"),
        consuming("screened-bulk-dead"),
        consuming("records-dead"),
        logging("park"),
        tracing,
        connecting,
    ],
};

/** What changes where AWS Data Pipeline orchestrates. */
const BY_DATA_PIPELINE: Record<string, unknown[]> = {
    work: [
        {
            ...allow("*", "datapipeline:PollForTask"),
            Condition: { StringEquals: { "datapipeline:workerGroup": "compliance-platform-prod" } },
        },
        allow(
            "*",
            "datapipeline:ReportTaskProgress",
            "datapipeline:SetTaskStatus",
            "xray:PutTelemetryRecords",
            "xray:PutTraceSegments",
        ),
        allow("arn:dynamodb:attempts", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"),
        allow("arn:kms:data", "kms:Decrypt"),
        allow("arn:lambda:collect", "lambda:InvokeFunction"),
        allow("arn:lambda:train", "lambda:InvokeFunction"),
        allow("arn:lambda:judge", "lambda:InvokeFunction"),
        allow("arn:lambda:request", "lambda:InvokeFunction"),
        ...spark,
        ...training,
        allow("arn:lambda:report", "lambda:InvokeFunction"),
        allow("arn:lambda:reconcile", "lambda:InvokeFunction"),
        allow("arn:lambda:publish", "lambda:InvokeFunction"),
        allow("arn:lambda:promote", "lambda:InvokeFunction"),
        logging("work"),
    ],
    "work-start": [allow("arn:lambda:work", "lambda:InvokeFunction")],
    "collect-tells-worker": [allow("arn:lambda:work", "lambda:InvokeFunction")],
    "judge-tells-worker": [allow("arn:lambda:work", "lambda:InvokeFunction")],
    "train-tells-worker": [allow("arn:lambda:work", "lambda:InvokeFunction")],
    "request-tells-worker": [allow("arn:lambda:work", "lambda:InvokeFunction")],
    "report-tells-worker": [allow("arn:lambda:work", "lambda:InvokeFunction")],
    "promote-tells-worker": [allow("arn:lambda:work", "lambda:InvokeFunction")],
    "publish-tells-worker": [allow("arn:lambda:work", "lambda:InvokeFunction")],
    "reconcile-tells-worker": [allow("arn:lambda:work", "lambda:InvokeFunction")],
    "data-pipeline-books": [allow("arn:sns:operations", "sns:Publish"), dataKey],
    "data-pipeline-balance": [allow("arn:sns:operations", "sns:Publish"), dataKey],
    "data-pipeline-intake": [allow("arn:sns:operations", "sns:Publish"), dataKey],
    "data-pipeline-insight": [allow("arn:sns:operations", "sns:Publish"), dataKey],
};

/** Where the registry decides which model answers. Machines that are in no network of ours cannot be shut off from others. */
function promoting(model: string, isolated: boolean): Record<string, unknown>[] {
    const models = `${sagemaker}:model/${model}-v*`;
    const configurations = `${sagemaker}:endpoint-config/${model}-v*`;
    const shutOff = {
        ...allow(models, "sagemaker:CreateModel"),
        Condition: { Bool: { "sagemaker:NetworkIsolation": "true" } },
    };
    return [
        allow(
            `${sagemaker}:model-package/${model}/*`,
            "sagemaker:CreateModel",
            "sagemaker:DescribeModelPackage",
            "sagemaker:ListModelPackages",
        ),
        allow(`${sagemaker}:endpoint-config/*`, "sagemaker:DescribeEndpointConfig"),
        allow(`${sagemaker}:model/*`, "sagemaker:DescribeModel"),
        isolated ? shutOff : allow(models, "sagemaker:AddTags", "sagemaker:CreateModel"),
        {
            ...allow(configurations, "sagemaker:CreateEndpointConfig"),
            Condition: { ArnEquals: { "sagemaker:VolumeKmsKeyArn": "arn:kms:data" } },
        },
        ...(isolated ? [allow(models, "sagemaker:AddTags")] : []),
        allow(configurations, "sagemaker:AddTags", "sagemaker:UpdateEndpoint"),
        allow(`${sagemaker}:endpoint/${model}`, "sagemaker:DescribeEndpoint", "sagemaker:UpdateEndpoint"),
        {
            ...allow("arn:iam:fraud", "iam:PassRole"),
            Condition: { StringEquals: { "iam:PassedToService": "sagemaker.amazonaws.com" } },
        },
        {
            ...allow("arn:kms:data", "kms:CreateGrant"),
            Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
        },
        allow("arn:s3:model/*", "s3:GetObject"),
        dataKey,
        allow("arn:s3:model", "s3:ListBucket"),
        allow("arn:s3:model/serving/*", "s3:PutObject"),
        allow("arn:sns:operations", "sns:Publish"),
        logging("promote"),
        tracing,
        connecting,
    ];
}

/** Held whole by the tests of their own components. */
const ELSEWHERE = ["compliance-dashboard-secret", "fraud", "network-flows", "warehouse-link", "fraud-training"];

/** The same of the jobs of Spark. */
const JOBS: Record<string, unknown[]> = {
    trends: [
        allow("arn:s3:records/*", "s3:GetObject"),
        allow("arn:s3:records", "s3:ListBucket"),
        dataKey,
        allow("arn:s3:profiles/*", "s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject", "s3:PutObject"),
        allow("arn:s3:profiles", "s3:ListBucket"),
        allow("arn:cloudwatch:trends:*", "logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"),
        allow("*", "logs:DescribeLogGroups"),
    ],
};

describe("the permissions of the functions, of the workflow and of the jobs", () => {
    before(() => thePlatform("local"));

    for (const [name, expected] of Object.entries(PERMISSIONS)) {
        it(`let ${name} do exactly this`, () => {
            assert.deepEqual(statements(ROLE_POLICY, name), expected);
        });
    }

    for (const [name, expected] of Object.entries(JOBS)) {
        it(`let the job ${name} do exactly this`, () => {
            assert.deepEqual(statements(ROLE_POLICY, name), expected);
        });
    }

    it("are all there are: no role has another policy, and no policy allows a wildcard action", () => {
        const policies = everything().flatMap(({ type, name, inputs }) =>
            typeof inputs.policy === "string" ? [{ type, name, policy: JSON.parse(inputs.policy) }] : [],
        );
        const roles = policies.filter(({ type }) => type.startsWith("aws:iam/"));
        const held = [...Object.keys(PERMISSIONS), ...Object.keys(JOBS), ...ELSEWHERE];
        assert.deepEqual(roles.map(({ name }) => name).sort(), held.sort());
        for (const { type, name, policy } of policies) {
            for (const { Effect, Action } of policy.Statement) {
                if (Effect === "Allow") assert.doesNotMatch(JSON.stringify(Action), /\*/, `${type} named ${name}`);
            }
        }
    });
});

describe("the permissions where AWS Data Pipeline orchestrates and the model is in our network", () => {
    before(() => thePlatform("prod"));

    for (const [name, expected] of Object.entries({
        ...BY_DATA_PIPELINE,
        promote: promoting("compliance-prod-fraud", true),
    })) {
        it(`let ${name} do exactly this`, () => {
            assert.deepEqual(statements(ROLE_POLICY, name), expected);
        });
    }

    it("are all there are besides those of the functions", () => {
        const elsewhere = Object.keys(PERMISSIONS).filter((name) => !/^(balance|books|intake|insight)/.test(name));
        const all = [...elsewhere, ...Object.keys(BY_DATA_PIPELINE), ...Object.keys(JOBS), ...ELSEWHERE];
        const roles = everything().filter(
            ({ type, inputs }) => type.startsWith("aws:iam/") && typeof inputs.policy === "string",
        );
        assert.deepEqual(roles.map(({ name }) => name).sort(), all.sort());
    });
});
