/** Something that a function calls, and no recorded day does. */
export interface Row {
    role: string;
    actions: readonly string[];
    /** In plain names. */
    on: readonly string[];
    why: string;
    /** The test that makes the call, or AWS's page that says what is asked. */
    shown: string;
    /** False where AWS asks for it in the name of who calls something else. Default: true. */
    called?: boolean;
}

const SAGEMAKER = "arn:aws:sagemaker:{region}:{account}";
const OURS = `compliance-{environment}-fraud`;
const [VERSIONS, MODELS, CONFIGURATIONS] = ["model-package", "model", "endpoint-config"].map((kind) =>
    kind === "model-package" ? `${SAGEMAKER}:${kind}/${OURS}/*` : `${SAGEMAKER}:${kind}/${OURS}-v*`,
) as [string, string, string];

const ABSENT = "https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html";
const PASSING =
    "https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html#sagemaker-roles-createmodel-perms";
const TAGGING = "https://docs.aws.amazon.com/sagemaker/latest/dg/tagging.html";

/** Who must tell an object that is not there from one that it may not read: without it S3 says "forbidden" of both. */
const TELLING_ABSENT: readonly (readonly [role: string, bucket: string])[] = [
    ["judge", "model"],
    ["promote", "model"],
    ["reconcile", "reports"],
    ["report", "reports"],
    ["score", "profiles"],
    ["train", "model"],
    ["unpack", "landing"],
];

const tells = (role: string, topic: string, why: string, shown: string): Row => ({
    ...{ role, why, shown },
    actions: ["sns:Publish"],
    on: [`{Topic ${topic}}`],
});

/** What no recorded day reaches, each with why and where it is shown. */
export const ROWS: readonly Row[] = [
    ...TELLING_ABSENT.map(([role, bucket]) => ({
        ...{ role, actions: ["s3:ListBucket"], on: [`{Bucket ${bucket}}`], shown: ABSENT },
        why: "S3 says of an object that it is not there only to who may list the bucket",
        called: false,
    })),
    {
        role: "collect",
        actions: ["BatchGetItem", "BatchWriteItem", "GetItem", "PutItem"].map((name) => `dynamodb:${name}`),
        on: ["{Table watermarks}"],
        why: "nothing is collected on a laptop",
        shown: "test/functions/collect/on-local-services.test.ts",
    },
    {
        role: "collect",
        actions: ["s3:PutObject"],
        on: ["{Bucket landing}/*"],
        why: "nothing is collected on a laptop",
        shown: "test/functions/collect/on-local-services.test.ts",
    },
    tells(
        "collect",
        "discrepancies",
        "it tells of a source that brings nothing",
        "test/functions/collect/collect.test.ts",
    ),
    {
        role: "judge",
        actions: ["CreateModelPackage", "DescribeModelPackage", "ListModelPackages"].map((name) => `sagemaker:${name}`),
        on: [VERSIONS],
        why: "the samples teach no better model, so none is proposed",
        shown: "test/functions/judge/sagemaker-trainings.test.ts",
    },
    {
        role: "park",
        actions: ["s3:PutObject"],
        on: ["{Bucket parked}/*"],
        why: "a day without faults has no dead letters",
        shown: "test/functions/park/park.test.ts",
    },
    tells("park", "discrepancies", "it tells of what it parked", "test/functions/park/park.test.ts"),
    {
        role: "promote",
        actions: ["sagemaker:DescribeModelPackage"],
        on: [VERSIONS],
        why: "it puts an approved version behind the endpoint, and nobody approves one on a day",
        shown: "test/functions/promote/sagemaker-deployments.test.ts",
    },
    {
        role: "promote",
        actions: ["sagemaker:CreateModel"],
        on: [VERSIONS, MODELS],
        why: "it puts an approved version behind the endpoint, and nobody approves one on a day",
        shown: "test/functions/promote/sagemaker-deployments.test.ts",
    },
    {
        role: "promote",
        actions: ["sagemaker:CreateEndpointConfig"],
        on: [CONFIGURATIONS],
        why: "it puts an approved version behind the endpoint, and nobody approves one on a day",
        shown: "test/functions/promote/sagemaker-deployments.test.ts",
    },
    {
        role: "promote",
        actions: ["sagemaker:UpdateEndpoint"],
        on: [CONFIGURATIONS, "{Endpoint fraud}"],
        why: "it puts an approved version behind the endpoint, and nobody approves one on a day",
        shown: "test/functions/promote/sagemaker-deployments.test.ts",
    },
    {
        role: "promote",
        actions: ["sagemaker:DescribeEndpoint"],
        on: ["{Endpoint fraud}"],
        why: "it puts an approved version behind the endpoint, and nobody approves one on a day",
        shown: "test/functions/promote/sagemaker-deployments.test.ts",
    },
    {
        role: "promote",
        actions: ["sagemaker:DescribeEndpointConfig"],
        on: [`${SAGEMAKER}:endpoint-config/*`],
        why: "it looks at what serves, under whatever name",
        shown: "test/functions/promote/sagemaker-deployments.test.ts",
    },
    {
        role: "promote",
        actions: ["sagemaker:DescribeModel"],
        on: [`${SAGEMAKER}:model/*`],
        why: "it looks at what serves, under whatever name",
        shown: "test/functions/promote/sagemaker-deployments.test.ts",
    },
    {
        role: "promote",
        actions: ["sagemaker:AddTags"],
        on: [MODELS, CONFIGURATIONS],
        // Of the same request, so that it is asked on the way, too.
        why: "SageMaker asks it of who makes something with tags",
        shown: TAGGING,
    },
    {
        role: "promote",
        actions: ["iam:PassRole"],
        on: ["{Role fraud}"],
        why: "it passes on the role of the endpoint's machines",
        shown: PASSING,
        called: false,
    },
    {
        role: "promote",
        actions: ["kms:CreateGrant"],
        on: ["{Key data}"],
        why: "SageMaker asks for the disks of new machines in the name of who changes the endpoint",
        shown: "https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest.html",
        called: false,
    },
    {
        role: "promote",
        actions: ["s3:PutObject"],
        on: ["{Bucket model}/serving/*"],
        why: "it notes how far a deployment is",
        shown: "test/functions/promote/s3-progress.test.ts",
    },
    tells("promote", "operations", "it tells of a deployment", "test/functions/promote/promote.test.ts"),
    tells("receive", "discrepancies", "it tells of a run that failed", "test/functions/receive/receive.test.ts"),
    {
        role: "reconcile",
        actions: ["dynamodb:BatchGetItem"],
        on: ["{Table ledger}"],
        why: "it looks single transactions up where the books differ",
        shown: "test/functions/reconcile/dynamo-ledger.test.ts",
    },
    {
        role: "reconcile",
        actions: ["s3:GetObject"],
        on: ["{Bucket parked}/*", "{Bucket reports}/*"],
        why: "it looks for what is missing where the books differ",
        shown: "test/functions/reconcile/s3-parked.test.ts",
    },
    {
        role: "reconcile",
        actions: ["s3:ListBucket"],
        on: ["{Bucket parked}"],
        why: "it looks for what is missing where the books differ",
        shown: "test/functions/reconcile/s3-parked.test.ts",
    },
    {
        role: "reconcile",
        actions: ["s3:PutObject"],
        on: ["{Bucket reports}/*"],
        why: "it notes of what it told",
        shown: "test/functions/reconcile/reconcile.test.ts",
    },
    tells(
        "reconcile",
        "discrepancies",
        "it tells where the books differ",
        "test/functions/reconcile/reconcile.test.ts",
    ),
    {
        role: "report",
        actions: ["athena:StopQueryExecution"],
        on: ["{Workgroup reports}"],
        why: "it stops a query for which no time is left",
        shown: "test/functions/report/athena.test.ts",
    },
    {
        role: "score",
        actions: ["sqs:SendMessage"],
        on: ["{Queue screened}", "{Queue screened-bulk}"],
        why: "it puts back alone what failed of a pack, and asks a model that was down again later",
        shown: "test/functions/score/rescoring.test.ts",
    },
    {
        role: "score",
        actions: ["s3:PutObject"],
        on: ["{Bucket quarantine}/rows/*"],
        why: "it puts aside what a guard against card numbers stops",
        shown: "test/functions/cards/stopped.test.ts",
    },
    tells(
        "score",
        "discrepancies",
        "it tells of sets that are too old",
        "test/functions/score/supplementary/score-with-sets.test.ts",
    ),
    {
        role: "screen",
        actions: ["sqs:SendMessage"],
        on: ["{Queue bulk}"],
        why: "it puts back alone what failed of a pack",
        shown: "test/functions/adapters/packs/packs.test.ts",
    },
    {
        role: "unpack",
        actions: ["sqs:SendMessage"],
        on: ["{Queue landing}"],
        why: "it goes on with a long file in another run",
        shown: "test/functions/unpack/hand-over.test.ts",
    },
];
