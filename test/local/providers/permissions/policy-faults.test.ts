import assert from "node:assert/strict";
import { type Attached, policyFaults } from "../../../../local/providers/permissions/policy-faults.ts";
import { sourceOfReference } from "../../../../local/providers/permissions/reference.ts";
import type { Properties } from "../../../../local/store/value.ts";

const PLACE = "eu-west-1:111122223333";
const SAGEMAKER = `arn:aws:sagemaker:${PLACE}`;

const allow = (Action: string | string[], Resource: string | string[], more: Properties = {}): Properties => ({
    Effect: "Allow",
    Action,
    Resource,
    ...more,
});
const when = (operator: string, key: string, value = "x"): Properties => ({
    Condition: { [operator]: { [key]: value } },
});

function faultsOf(statements: Properties[], attached: Attached = "identity"): string[] {
    const policy = JSON.stringify({ Version: "2012-10-17", Statement: statements });
    return policyFaults(policy, attached).map(({ path, reason }) => `${path.join(".")} ${reason}`);
}

interface Row {
    title: string;
    statements: Properties[];
    attached?: Attached;
    /** What each fault begins with. */
    found: string[];
}

/** Each was once in this program, or is of the kind of one that was. */
const ROWS: Row[] = [
    {
        title: "a key of conditions that training does not send",
        statements: [
            allow(
                "sagemaker:CreateTrainingJob",
                `${SAGEMAKER}:training-job/fit-*`,
                when("ArnEquals", "sagemaker:VolumeKmsKey"),
            ),
        ],
        found: [
            "Statement.0.Condition.ArnEquals.sagemaker:VolumeKmsKey is not sent with sagemaker:CreateTrainingJob, which sends",
        ],
    },
    {
        title: "a key of conditions that an endpoint's configuration does not send",
        statements: [
            allow(
                "sagemaker:CreateEndpointConfig",
                `${SAGEMAKER}:endpoint-config/x`,
                when("ArnEquals", "sagemaker:OutputKmsKey"),
            ),
        ],
        found: ["Statement.0.Condition.ArnEquals.sagemaker:OutputKmsKey is not sent with"],
    },
    {
        title: "a key that only some of the actions send",
        statements: [
            allow(
                ["kms:DescribeKey", "kms:Decrypt"],
                `arn:aws:kms:${PLACE}:key/k`,
                when("ArnLike", "kms:EncryptionContext:aws:logs:arn"),
            ),
        ],
        found: ["Statement.0.Condition.ArnLike.kms:EncryptionContext:aws:logs:arn is not sent with kms:DescribeKey"],
    },
    {
        title: "a list of versions of a model on their group",
        statements: [allow("sagemaker:ListModelPackages", `${SAGEMAKER}:model-package-group/fraud`)],
        found: ["Statement.0.Action sagemaker:ListModelPackages works on model-package, and arn:aws:sagemaker:"],
    },
    ...(
        [
            ["quicksight:ListIngestions", `arn:aws:quicksight:${PLACE}:dataset/d`],
            ["quicksight:CreateDataSource", `arn:aws:quicksight:${PLACE}:datasource/*`],
            ["quicksight:CreateVPCConnection", `arn:aws:quicksight:${PLACE}:vpcConnection/*`],
            ["redshift-serverless:CreateUsageLimit", `arn:aws:redshift-serverless:${PLACE}:workgroup/*`],
            ["redshift-serverless:GetUsageLimit", `arn:aws:redshift-serverless:${PLACE}:usagelimit/*`],
            ["emr-serverless:CreateApplication", `arn:aws:emr-serverless:${PLACE}:/*`],
            ["logs:DescribeLogGroups", `arn:aws:logs:${PLACE}:log-group:*`],
        ] as const
    ).map(([action, resource]) => ({
        title: `a resource for ${action}, which takes none`,
        statements: [allow([action], resource)],
        found: [`Statement.0.Action.0 ${action} works on no resource that a policy can name`],
    })),
    {
        title: "the deletion of a database without what is in it",
        statements: [
            allow(
                "glue:DeleteDatabase",
                ["catalog", "database/*", "table/*"].map((kind) => `arn:aws:glue:${PLACE}:${kind}`),
            ),
        ],
        found: ["Statement.0.Action glue:DeleteDatabase works on a userdefinedfunction too"],
    },
    {
        title: "an action that AWS does not have",
        statements: [allow(["s3:PutObject", "s3:PutObjects"], "arn:aws:s3:::b/*")],
        found: ["Statement.0.Action.1 s3:PutObjects is no action that AWS has"],
    },
    {
        title: "an action that the reference does not have, though the API does",
        statements: [allow("quicksight:DescribeDashboardDefinition", "*")],
        found: ["Statement.0.Action quicksight:DescribeDashboardDefinition is no action that AWS has"],
    },
    {
        title: "a service that AWS does not have, and says so rather than let it pass",
        statements: [allow("emrserverless:StartJobRun", "*")],
        found: ["Statement.0.Action names the service emrserverless, which AWS's reference does not have"],
    },
    {
        title: "a wildcard that stands for nothing",
        statements: [allow("sqs:Publish*", "*")],
        found: ["Statement.0.Action sqs:Publish* is no action that AWS has"],
    },
    {
        title: "objects where the action works on buckets",
        statements: [allow("s3:ListBucket", "arn:aws:s3:::b/*")],
        found: ["Statement.0.Action s3:ListBucket works on accesspoint, bucket, and arn:aws:s3:::b/* is none"],
    },
    {
        title: "a resource that no action of the statement works on",
        statements: [allow("sqs:SendMessage", [`arn:aws:sqs:${PLACE}:q`, `arn:aws:sns:${PLACE}:t`])],
        found: [`Statement.0.Resource.1 arn:aws:sns:${PLACE}:t is of no type`],
    },
    {
        title: "an operator that IAM does not have",
        statements: [allow("sns:Publish", "*", when("StringMatches", "aws:PrincipalArn"))],
        found: ["Statement.0.Condition.StringMatches is no operator"],
    },
    {
        title: "a global key that AWS does not have",
        statements: [allow("sns:Publish", "*", when("StringEquals", "aws:SourceAccounts"))],
        found: ["Statement.0.Condition.StringEquals.aws:SourceAccounts is no condition key that AWS has"],
    },
    {
        title: "a statement without resources",
        statements: [{ Effect: "Allow", Action: "sns:Publish" }],
        found: ["Statement.0.Resource is required"],
    },
    {
        title: "an effect that is none",
        statements: [allow("sns:Publish", "*", { Effect: "allow" })],
        found: ["Statement.0.Effect must be Allow or Deny"],
    },
    {
        title: "a principal in a policy of a role",
        statements: [allow("sns:Publish", "*", { Principal: "*" })],
        found: ["Statement.0.Principal does not belong"],
    },
    {
        title: "a policy of a bucket about nobody",
        statements: [allow("s3:GetObject", "arn:aws:s3:::b/*")],
        attached: "resource",
        found: ["Statement.0.Principal is required"],
    },
    {
        title: "a claim of another issuer than the one that is trusted",
        statements: [
            {
                Effect: "Allow",
                Principal: { Federated: "arn:aws:iam::111122223333:oidc-provider/sts.windows.net/t/" },
                Action: "sts:AssumeRoleWithWebIdentity",
                ...when("StringEquals", "sts.windows.net/other/:sub"),
            },
        ],
        attached: "trust",
        found: ["Statement.0.Condition.StringEquals.sts.windows.net/other/:sub is not sent with"],
    },
];

/** What is right, and looks like one of those. */
const SOUND: { title: string; statements: Properties[]; attached?: Attached }[] = [
    {
        title: "the keys that training sends",
        statements: [
            allow(
                "sagemaker:CreateTrainingJob",
                `${SAGEMAKER}:training-job/fit-*`,
                when("ArnEquals", "sagemaker:OutputKmsKeyArn"),
            ),
        ],
    },
    {
        title: "versions of a model",
        statements: [allow("sagemaker:ListModelPackages", `${SAGEMAKER}:model-package/fraud/*`)],
    },
    {
        title: "an index without its table",
        statements: [allow("dynamodb:Query", `arn:aws:dynamodb:${PLACE}:table/t/index/i`)],
    },
    {
        title: "the streams of a log group",
        statements: [allow("logs:PutLogEvents", `arn:aws:logs:${PLACE}:log-group:/a/b:*`)],
    },
    {
        title: "an action that only another page of AWS has",
        statements: [allow("apigateway:TagResource", "arn:aws:apigateway:eu-west-1::/tags/*")],
    },
    { title: "a role in a path", statements: [allow("iam:PassRole", "arn:aws:iam::111122223333:role/a/b/c")] },
    {
        title: "resources of an action in two statements",
        statements: [
            allow("sagemaker:UpdateEndpoint", `${SAGEMAKER}:endpoint/fraud`),
            allow("sagemaker:UpdateEndpoint", `${SAGEMAKER}:endpoint-config/fraud-*`),
        ],
    },
    {
        title: "an action in other letters, a wildcard, and a key with a name of one's own",
        statements: [
            allow("SNS:publish", `arn:aws:sns:${PLACE}:t`, when("StringEquals", "aws:ResourceTag/team")),
            { Effect: "Deny", Action: ["s3:*"], Resource: "*", ...when("Bool", "aws:SecureTransport", "false") },
        ],
    },
    {
        title: "what Lambda says of the function that calls",
        statements: [allow("ec2:CreateNetworkInterface", "*", when("Null", "lambda:SourceFunctionArn", "true"))],
    },
    {
        title: "a claim of the issuer that is trusted",
        statements: [
            {
                Effect: "Allow",
                Principal: { Federated: "arn:aws:iam::111122223333:oidc-provider/sts.windows.net/t/" },
                Action: "sts:AssumeRoleWithWebIdentity",
                ...when("StringEquals", "sts.windows.net/t/:sub"),
            },
        ],
        attached: "trust",
    },
];

describe("a policy against AWS's service authorization reference", () => {
    for (const { title, statements, attached, found } of ROWS) {
        it(`is refused for ${title}`, () => {
            const faults = faultsOf(statements, attached);
            assert.equal(faults.length, found.length, faults.join("\n"));
            for (const [index, begins] of found.entries()) assert.ok(faults[index]?.startsWith(begins), faults[index]);
        });
    }

    for (const { title, statements, attached } of SOUND) {
        it(`is taken with ${title}`, () => {
            assert.deepEqual(faultsOf(statements, attached), []);
        });
    }

    it("names the version and the day of what it is held against", () => {
        assert.match(sourceOfReference(), /^@cloud-copilot\/iam-data \d+\.\d+\.\d+ of 20\d\d-\d\d-\d\d$/);
    });
});
