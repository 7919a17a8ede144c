import assert from "node:assert/strict";
import { Platform } from "../../infra/platform.ts";
import { settingsOf, stackNames } from "../../stacks/settings-of.ts";
import { theBundle, theConfiguration, thePlatform } from "../support/infra-parts.ts";
import { allRegistered, type Created, created, everything, namesOf, recordResources, value } from "../support/mocks.ts";

const FUNCTION = "aws:lambda/function:Function";
const QUEUE = "aws:sqs/queue:Queue";
const MAPPING = "aws:lambda/eventSourceMapping:EventSourceMapping";

const TAGS = ["cost-centre", "data-classification", "environment", "owner", "platform", "retention"];

/** What neither cloud lets anybody tag. */
const UNTAGGABLE = [
    /^compliance:/,
    /^aws:kms\/alias:/,
    /^aws:s3\/bucket[A-Z]/,
    /^aws:(sqs|sns|iam)\/\w+Policy:/,
    /^aws:sns\/topicSubscription:/,
    /^aws:glue\/catalogTable:/,
    /^aws:athena\/namedQuery:/,
    /^aws:cloudwatch\/dashboard:/,
    /^aws:redshiftserverless\/usageLimit:/,
    /^aws:lambda\/invocation:/,
    /^aws:iam\/rolePolicyAttachment:/,
    /^aws:quicksight\/(accountSubscription|group|groupMembership|refreshSchedule):/,
    /^aws:scheduler\/schedule:/,
    /^aws:(sagemaker\/modelPackageGroupPolicy|appautoscaling\/policy):/,
    /^aws:lambda\/permission:/,
    /^aws:apigatewayv2\/(authorizer|integration|route):/,
    /^aws:datapipeline\/pipelineDefinition:/,
    /^aws:lambda\/function(EventInvoke|Recursion)Config:/,
    /^azure-native:(storage:Blob\w+|authorization:Role\w+|datafactory:(?!Factory).*)$/,
    /^aws:iam\/outboundWebIdentityFederation:/,
    /^azure-native:managedidentity:FederatedIdentityCredential$/,
    /^azuread:/,
    /^azure-native:(monitor:DiagnosticSetting|consumption:Budget)$/,
];

/** What a function reads at its start, besides what all functions read. */
function environmentOf(name: string): string[] {
    const { variables } = created(FUNCTION, name).environment as { variables: Record<string, string> };
    const common = ["POWERTOOLS_SERVICE_NAME", "POWERTOOLS_METRICS_NAMESPACE", "LOG_LEVEL", "NODE_OPTIONS"];
    return Object.keys(variables)
        .filter((variable) => !common.includes(variable))
        .sort();
}

for (const stack of stackNames) {
    describe(`Platform with the settings of ${stack}`, () => {
        let platform: Platform;
        before(async () => {
            platform = await thePlatform(stack);
        });

        it("tags everything that takes tags", () => {
            const taggable = ({ type }: Created) => !UNTAGGABLE.some((pattern) => pattern.test(type));
            for (const { type, name, inputs } of everything().filter(taggable)) {
                assert.deepEqual(Object.keys(inputs.tags ?? {}).sort(), TAGS, `${type} named ${name}`);
            }
        });

        it("leads from received files and live messages to the verdict, and every dead letter to park", () => {
            assert.deepEqual(namesOf(MAPPING), [
                "load-records",
                "park-bulk-dead",
                "park-incoming-dead",
                "park-landing-dead",
                "park-records-dead",
                "park-screened-bulk-dead",
                "park-screened-dead",
                "score-screened",
                "score-screened-bulk",
                "screen-bulk",
                "screen-incoming",
                "unpack-landing",
            ]);
            assert.deepEqual(namesOf("aws:s3/bucketNotification:BucketNotification"), [
                "landing",
                "records",
                "records-refusals",
                "records-runs",
            ]);
        });

        it("keeps live transactions from waiting behind a backlog out of files, up to their verdict", () => {
            const ways = { live: ["incoming", "screened"], bulk: ["bulk", "screened-bulk"] };
            for (const [way, [before, after]] of Object.entries(ways)) {
                for (const [worker, queue] of [
                    ["screen", before],
                    ["score", after],
                ]) {
                    const mapping = created(MAPPING, `${worker}-${queue}`);
                    assert.equal(mapping.eventSourceArn, `arn:sqs:${queue}`, way);
                    // A queue's own limit: what works on a backlog leaves the other queue its share.
                    const { maximumConcurrency } = mapping.scalingConfig as { maximumConcurrency: number };
                    assert.ok(maximumConcurrency >= 2, way);
                }
            }
            const { environment } = created(FUNCTION, "screen") as {
                environment: { variables: Record<string, string> };
            };
            assert.equal(environment.variables.SCREENED_QUEUE_URL, "https://queues/screened");
            assert.equal(environment.variables.SCREENED_BULK_QUEUE_URL, "https://queues/screened-bulk");
        });

        it("changes who reads a pack before who sends one, all the way", () => {
            const updates = everything().filter(({ type }) => type === FUNCTION);
            const dependenciesOf = (verb: string) => updates.find(({ name }) => name === verb)?.dependsOn ?? [];
            for (const [sender, reader] of [
                ["unpack", "screen"],
                ["screen", "score"],
                ["score", "park"],
            ] as const) {
                assert.ok(
                    dependenciesOf(sender).some((name) => name.endsWith(`${FUNCTION} ${reader}`)),
                    `${sender} does not wait for ${reader}`,
                );
            }
        });

        it("hides a message for six runs of whoever works on it", () => {
            for (const [queue, worker] of Object.entries({
                landing: "unpack",
                bulk: "screen",
                incoming: "screen",
                screened: "score",
                "screened-bulk": "score",
                "bulk-dead": "park",
            })) {
                const { timeout } = created(FUNCTION, worker);
                assert.equal(created(QUEUE, queue).visibilityTimeoutSeconds, 6 * Number(timeout), queue);
            }
            const { windowSeconds } = settingsOf(stack).load;
            assert.equal(created(QUEUE, "records").visibilityTimeoutSeconds, 6 * 300 + windowSeconds);
        });

        it("announces records to load, and nothing else of their bucket", () => {
            assert.deepEqual(created("aws:s3/bucketNotification:BucketNotification", "records").queues, [
                { queueArn: "arn:sqs:records", events: ["s3:ObjectCreated:*"], filterPrefix: "transactions/" },
            ]);
            assert.deepEqual(
                created("aws:lambda/invocation:Invocation", "schema").input,
                '{"members":{"loaders":["load"],"reconcilers":["reconcile"]}}',
            );
        });

        it("tells each function what it needs to know", () => {
            assert.deepEqual(environmentOf("unpack"), [
                "BULK_QUEUE_URL",
                "CONVENTIONS",
                "DISCREPANCY_TOPIC_ARN",
                "LANDING_QUEUE_URL",
                "LOOP_HOURS",
                "MANIFESTS_BUCKET",
                "QUARANTINE_BUCKET",
                "TOKEN_KEY_ID",
                "TOKEN_KEY_VERSION",
            ]);
            assert.deepEqual(environmentOf("screen"), [
                "BULK_QUEUE_URL",
                "DISCREPANCY_TOPIC_ARN",
                "LEDGER_TABLE",
                "QUARANTINE_BUCKET",
                "SCREENED_BULK_QUEUE_URL",
                "SCREENED_QUEUE_URL",
            ]);
            assert.deepEqual(environmentOf("score"), [
                "ACTIVITY_TABLE",
                "ALERTS_PER_MINUTE",
                "ALERT_THRESHOLD",
                "DISCREPANCY_TOPIC_ARN",
                "ENDPOINT_ATTEMPT_MS",
                "ENDPOINT_NAME",
                "FRAUD_TOPIC_ARN",
                "LEDGER_TABLE",
                "LOOP_HOURS",
                "MODEL_BUCKET",
                "MODEL_THRESHOLD",
                "PROFILES_BUCKET",
                "QUARANTINE_BUCKET",
                "RECORDS_BUCKET",
                "RESCORE_QUEUE_URL",
                "RUNS_TABLE",
                "SCREENED_QUEUE_URL",
                "SUPPLEMENTARY_BUCKET",
                "SUPPLEMENTARY_KEPT_DAYS",
                "SUPPLEMENTARY_STALE_HOURS",
            ]);
            assert.deepEqual(environmentOf("collect"), [
                "DISCREPANCY_TOPIC_ARN",
                "LANDING_BUCKET",
                "SOURCES",
                "WATERMARKS_TABLE",
            ]);
            assert.deepEqual(environmentOf("receive"), [
                "DISCREPANCY_TOPIC_ARN",
                "LANDING_ROLE_ARN",
                "LANDING_SUBJECT",
                "RUNS_TABLE",
                "SUPPLEMENTARY_BUCKET",
                "SUPPLEMENTARY_KEY_ARN",
            ]);
            assert.deepEqual(environmentOf("load"), [
                "COPY_ROLE_ARN",
                "DATABASE",
                "MANIFESTS_BUCKET",
                "QUARANTINE_BUCKET",
                "RECORDS_BUCKET",
                "REPORTS_BUCKET",
                "WORKGROUP_NAME",
            ]);
            assert.deepEqual(environmentOf("migrate"), [
                "ADMIN_SECRET_ARN",
                "DASHBOARD_SECRET_ARN",
                "DATABASE",
                "WAREHOUSE_HOST",
                "WAREHOUSE_PORT",
                "WORKGROUP_NAME",
            ]);
            assert.deepEqual(environmentOf("request"), [
                "AZURE_CLIENT_ID",
                "AZURE_TENANT_ID",
                "FACTORY_ID",
                "PIPELINES",
            ]);
            assert.deepEqual(environmentOf("publish"), ["ACCOUNT_ID", "DATA_SETS", "FRESH_HOURS"]);
            assert.deepEqual(environmentOf("reconcile"), [
                "DATABASE",
                "DEAD_LETTER_QUEUES",
                "DISCREPANCY_TOPIC_ARN",
                "LEDGER_TABLE",
                "PARKED_BUCKET",
                "REPORTS_BUCKET",
                "WORKGROUP_NAME",
            ]);
            assert.deepEqual(environmentOf("report"), [
                "DISCREPANCY_TOPIC_ARN",
                "PROGRAM_VERSION",
                "QUERIES",
                "REPORTS_BUCKET",
            ]);
            assert.deepEqual(environmentOf("park"), ["DISCREPANCY_TOPIC_ARN", "PARKED_BUCKET"]);
        });

        it("sends every alarm to operations", () => {
            const alarms = namesOf("aws:cloudwatch/metricAlarm:MetricAlarm");
            const ofModel = settingsOf(stack).scoring.endpoint.kind === "serverless" ? 8 : 12;
            // Of each queue four, of each function three, of each table two, of each topic one, and the freshness, of the
            // door for Azure three, of each supplementary set one, of the warehouse and of loads two, of Spark and of profiles two,
            // of the figures for officers two and one for each copy, and of drift one.
            const copies = namesOf("aws:quicksight/refreshSchedule:RefreshSchedule").length;
            const common = 6 * 4 + 15 * 3 + 4 * 2 + 3 + 1 + 3 + 4 + 2 + 2 + 2 + 2 + 1 + 2 + copies;
            // Of each workflow five; or of the worker and its table as of others, and four of its own.
            const orchestrator = stack === "prod" ? 3 + 2 + 4 : 4 * 5;
            assert.equal(alarms.length, common + orchestrator + ofModel);
            for (const name of alarms) {
                const { alarmActions, okActions } = created("aws:cloudwatch/metricAlarm:MetricAlarm", name);
                assert.deepEqual([alarmActions, okActions], [["arn:sns:operations"], ["arn:sns:operations"]], name);
            }
        });

        it("names for the team's commands what they work with", async () => {
            assert.deepEqual(await value(platform.outputs), {
                landingBucket: "landing",
                quarantineBucket: "quarantine",
                manifestsBucket: "manifests",
                parkedBucket: "parked",
                recordsBucket: "records",
                recordsDatabase: `compliance_${stack}`,
                reportWorkgroup: "reports",
                supplementaryUrl: "https://landing",
                supplementaryRunsTable: "supplementary-runs",
                warehouseWorkgroup: `compliance-platform-${stack}`,
                dashboardId: `compliance-${stack}`,
                incomingQueueUrl: "https://queues/incoming",
                bulkQueueUrl: "https://queues/bulk",
                ledgerTable: "ledger",
                fraudTopicArn: "arn:sns:fraud",
                discrepanciesTopicArn: "arn:sns:discrepancies",
                operationsTopicArn: "arn:sns:operations",
            });
        });
    });
}

describe("Platform without a model", () => {
    before(async () => {
        await recordResources();
        const { modelArtifact: _, ...configuration } = theConfiguration();
        new Platform("platform", configuration, theBundle);
        await allRegistered();
    });

    it("has the registry for the first one, and no endpoint", () => {
        assert.deepEqual(namesOf("aws:sagemaker/modelPackageGroup:ModelPackageGroup"), ["models"]);
        assert.deepEqual(namesOf("aws:sagemaker/endpoint:Endpoint"), []);
    });

    it("lets the rules decide alone, and grants score no endpoint", () => {
        const { environment } = created("aws:lambda/function:Function", "score") as {
            environment: { variables: Record<string, string> };
        };
        assert.equal(environment.variables.ENDPOINT_NAME, undefined);
        assert.equal(environment.variables.MODEL_BUCKET, undefined);
        const { policy } = created("aws:iam/rolePolicy:RolePolicy", "score");
        assert.doesNotMatch(String(policy), /sagemaker|explainer/);
    });

    it("shows and watches no endpoint", () => {
        const { dashboardBody } = created("aws:cloudwatch/dashboard:Dashboard", "operations");
        assert.doesNotMatch(String(dashboardBody), /Model: does it answer/);
        const alarms = namesOf("aws:cloudwatch/metricAlarm:MetricAlarm");
        assert.deepEqual(
            alarms.filter((name) => name.startsWith("fraud-") && name !== "fraud-undelivered"),
            [],
        );
    });
});
