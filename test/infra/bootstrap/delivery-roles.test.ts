import assert from "node:assert/strict";
import { DeliveryRoles } from "../../../infra/bootstrap/delivery-roles.ts";
import { StateBackend } from "../../../infra/bootstrap/state-backend.ts";
import { ACCOUNT } from "../../support/infra-parts.ts";
import {
    allRegistered,
    created,
    found,
    namesOf,
    protectedResources,
    recordResources,
    statements,
} from "../../support/mocks.ts";

const ROLE = "aws:iam/role:Role";
const POLICY = "aws:iam/policy:Policy";
const PROVIDER = "aws:iam/openIdConnectProvider:OpenIdConnectProvider";
const LIMIT = `arn:aws:iam::${ACCOUNT}:policy/compliance-delivery/boundaries/platform`;
const BUCKET = `arn:aws:s3:::compliance-platform-state-${ACCOUNT}`;
const tags = { environment: "prod", owner: "team", costCentre: "cc-1", dataClassification: "internal" };
const own = { accountId: ACCOUNT, region: "eu-west-1", tags };

async function roles(changes: { ownsProvider?: boolean; repository?: string } = {}): Promise<void> {
    await recordResources();
    const state = new StateBackend("state-backend", { ...own, olderVersionDays: 400, accessLogDays: 30 });
    new DeliveryRoles("delivery-roles", {
        ...own,
        environment: "prod",
        repository: "bank@1/platform@2",
        branch: "main",
        ownsProvider: true,
        regions: ["eu-west-1"],
        project: "compliance-platform",
        state,
        ...changes,
    });
    await allRegistered();
}

interface Plain {
    Effect: string;
    Action?: string[];
    NotAction?: string[];
    Resource: string | string[];
    Condition?: unknown;
}

/** What a role may do by the policies attached to it. */
function attachedTo(duty: string): Plain[] {
    const type = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
    const own = namesOf(type).filter((name) => created(type, name).role === `prod-${duty}`);
    const names = own.map((name) => String(created(type, name).policyArn).replace("arn:iam:", ""));
    return names.flatMap((name) => statements(POLICY, name) as Plain[]);
}

/** The code of Spark, which lies beside what it writes, and the model of the repository with what explains it. */
const BROUGHT = [
    "arn:aws:s3:::profiles-*/jobs/*",
    "arn:aws:s3:::model-*/starter/*",
    "arn:aws:s3:::model-*/serving/explainer.json",
];
const besideBrought = (all: Plain[]) =>
    all.filter(({ Resource }) => JSON.stringify(Resource) !== JSON.stringify(BROUGHT));

const actionsOf = (all: Plain[]) => all.flatMap(({ Action = [] }) => Action);

describe("the roles of the pipelines", () => {
    before(() => roles());

    const subjects = {
        preview: "repo:bank@1/platform@2:pull_request",
        drift: "repo:bank@1/platform@2:ref:refs/heads/main",
        deploy: "repo:bank@1/platform@2:environment:prod",
    };
    for (const [duty, subject] of Object.entries(subjects)) {
        it(`let ${duty} be taken on by GitHub's tokens for AWS of ${subject} only`, () => {
            assert.deepEqual(statements(ROLE, duty, "assumeRolePolicy"), [
                {
                    Effect: "Allow",
                    Principal: {
                        Federated: `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com`,
                    },
                    Action: "sts:AssumeRoleWithWebIdentity",
                    Condition: {
                        StringEquals: {
                            "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
                            "token.actions.githubusercontent.com:sub": subject,
                        },
                    },
                },
            ]);
        });
    }

    it("hold for one hour, to deploy for two, under the limit and where no pipeline may touch them", () => {
        const seconds = { preview: 3600, drift: 3600, deploy: 7200 };
        for (const [duty, maxSessionDuration] of Object.entries(seconds)) {
            const { name, path, permissionsBoundary, maxSessionDuration: held } = created(ROLE, duty);
            assert.deepEqual(
                { name, path, permissionsBoundary, held },
                {
                    name: `prod-${duty}`,
                    path: "/compliance-delivery/",
                    permissionsBoundary: LIMIT,
                    held: maxSessionDuration,
                },
            );
            assert.ok(found(ROLE, duty).dependsOn.some((urn) => urn.endsWith(`${POLICY} boundary`)));
        }
    });

    const reading = [
        { Effect: "Allow", Action: ["s3:ListBucket"], Resource: BUCKET },
        {
            Effect: "Allow",
            Action: ["s3:GetObject"],
            Resource: [
                `${BUCKET}/.pulumi/meta.yaml`,
                `${BUCKET}/.pulumi/stacks/compliance-platform/prod.json*`,
                `${BUCKET}/.pulumi/history/compliance-platform/prod/*`,
                `${BUCKET}/.pulumi/locks/organization/compliance-platform/prod/*`,
            ],
        },
        {
            Effect: "Allow",
            Action: ["s3:DeleteObject", "s3:PutObject"],
            Resource: `${BUCKET}/.pulumi/locks/organization/compliance-platform/prod/*`,
        },
        { Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: "arn:kms:state" },
        { Effect: "Allow", Action: ["kms:Decrypt"], Resource: "arn:kms:secrets" },
    ];

    it("read the state of their stack, write nothing but locks, and open the secrets in it", () => {
        for (const duty of ["preview", "drift"]) {
            assert.deepEqual(statements("aws:iam/rolePolicy:RolePolicy", `${duty}-state`), reading);
        }
    });

    it("let drift ask who changed what, and tell the topic of operations; nobody else may", () => {
        assert.deepEqual(statements("aws:iam/rolePolicy:RolePolicy", "drift-look"), [
            { Effect: "Allow", Action: ["cloudtrail:LookupEvents"], Resource: "*" },
            { Effect: "Allow", Action: ["tag:GetResources"], Resource: "*" },
            { Effect: "Allow", Action: ["sns:Publish"], Resource: `arn:aws:sns:eu-west-1:${ACCOUNT}:operations-*` },
            {
                Effect: "Allow",
                Action: ["kms:Decrypt", "kms:GenerateDataKey"],
                Resource: `arn:aws:kms:eu-west-1:${ACCOUNT}:key/*`,
                Condition: { StringEquals: { "kms:ViaService": "sns.eu-west-1.amazonaws.com" } },
            },
        ]);
        assert.deepEqual(
            namesOf("aws:iam/rolePolicy:RolePolicy").filter((name) => name.endsWith("-look")),
            ["drift-look"],
        );
    });

    it("write the state of their stack to deploy, and no other", () => {
        assert.deepEqual(statements("aws:iam/rolePolicy:RolePolicy", "deploy-state"), [
            ...reading,
            {
                Effect: "Allow",
                Action: ["s3:DeleteObject", "s3:PutObject"],
                Resource: [
                    `${BUCKET}/.pulumi/stacks/compliance-platform/prod.json*`,
                    `${BUCKET}/.pulumi/history/compliance-platform/prod/*`,
                    `${BUCKET}/.pulumi/backups/compliance-platform/prod/*`,
                ],
            },
        ]);
    });

    for (const duty of ["preview", "drift"]) {
        it(`let ${duty} ask how things are, never what they hold`, () => {
            const actions = actionsOf(besideBrought(attachedTo(duty)));
            assert.ok(actions.length > 80);
            const asks = /:(Describe|Get|List|View|ValidateStateMachineDefinition$|GET$)/;
            assert.deepEqual(
                actions.filter((action) => !asks.test(action)),
                [],
            );
            const contents =
                /^(s3:GetObject|sqs:Receive|dynamodb:(GetItem|BatchGet|Query|Scan|GetRecords)|secretsmanager:GetSecret|kms:Decrypt|logs:(GetLogEvents|FilterLogEvents|GetQueryResults)|athena:(GetQuery|StartQuery)|sts:)/;
            assert.deepEqual(
                actions.filter((action) => contents.test(action)),
                [],
            );
        });
    }

    it("let deploy look at what it changes, and read no data either", () => {
        const actions = actionsOf(attachedTo("deploy"));
        for (const action of actionsOf(attachedTo("preview"))) assert.ok(actions.includes(action), action);
        const changed = actionsOf(besideBrought(attachedTo("deploy")));
        const data =
            /^(s3:(Get|Put|Delete)Object|sqs:(Receive|Send|Purge)|dynamodb:(Get|Put|Query|Scan|Batch|DeleteItem)|secretsmanager:(Get|Put)SecretValue|states:Start|athena:Start)/;
        assert.deepEqual(
            changed.filter((action) => data.test(action)),
            [],
        );
        const runs = attachedTo("deploy").filter(({ Action }) => Action?.includes("lambda:InvokeFunction"));
        const migrate = `arn:aws:lambda:eu-west-1:${ACCOUNT}:function:migrate-*`;
        assert.deepEqual(runs, [{ Effect: "Allow", Action: ["lambda:InvokeFunction"], Resource: migrate }]);
    });

    it("let deploy create only roles under the limit, in one path, for the services that act here", () => {
        const roleArns = [
            "compliance-platform/prod/*",
            "data-pipeline-*",
            "service-role/aws-quicksight-secretsmanager-role-v0",
        ].map((path) => `arn:aws:iam::${ACCOUNT}:role/${path}`);
        const about = (action: string) => attachedTo("deploy").filter(({ Action }) => Action?.includes(action));
        assert.deepEqual(about("iam:CreateRole"), [
            {
                Effect: "Allow",
                Action: ["iam:AttachRolePolicy", "iam:CreateRole", "iam:PutRolePolicy"],
                Resource: roleArns,
                Condition: { StringEquals: { "iam:PermissionsBoundary": LIMIT } },
            },
        ]);
        assert.deepEqual(about("iam:PassRole"), [
            {
                Effect: "Allow",
                Action: ["iam:PassRole"],
                Resource: roleArns,
                Condition: {
                    StringEquals: {
                        "iam:PassedToService": [
                            "datapipeline.amazonaws.com",
                            "emr-serverless.amazonaws.com",
                            "lambda.amazonaws.com",
                            "quicksight.amazonaws.com",
                            "redshift.amazonaws.com",
                            "redshift-serverless.amazonaws.com",
                            "sagemaker.amazonaws.com",
                            "scheduler.amazonaws.com",
                            "states.amazonaws.com",
                            "vpc-flow-logs.amazonaws.com",
                        ],
                    },
                },
            },
        ]);
    });

    it("allow no action by a wildcard, in the account's own resources only", () => {
        for (const { Action = [], NotAction, Resource } of attachedTo("deploy")) {
            assert.equal(NotAction, undefined);
            assert.doesNotMatch(Action.join(), /\*/);
            for (const name of [Resource].flat()) {
                assert.match(name, new RegExp(`^\\*$|:${ACCOUNT}:|^arn:aws:(s3|apigateway|route53):`));
            }
        }
    });

    it("keep the trust in GitHub and the limit from every destroy", () => {
        assert.deepEqual(created(PROVIDER, "github").clientIdLists, ["sts.amazonaws.com"]);
        const kept = protectedResources().filter((name) => name.startsWith("aws:iam/"));
        assert.deepEqual(kept, [`${PROVIDER} github`, `${POLICY} boundary`]);
    });

    it("find the trust in GitHub when another stack owns it", async () => {
        await roles({ ownsProvider: false, repository: "bank/platform" });
        assert.deepEqual(namesOf(PROVIDER), []);
        const [trust] = statements(ROLE, "deploy", "assumeRolePolicy") as { Condition: object }[];
        assert.match(JSON.stringify(trust?.Condition), /"repo:bank\/platform:environment:prod"/);
    });
});
