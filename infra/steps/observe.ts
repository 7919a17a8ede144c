import type { Resource } from "@pulumi/pulumi";
import { CostBudget } from "../alerts/cost-budget.ts";
import { watchDrift } from "../alerts/learning-alarms.ts";
import { watchLoads } from "../alerts/load-alarms.ts";
import { watchModel } from "../alerts/model-alarms.ts";
import { OperationsDashboard } from "../alerts/operations-dashboard.ts";
import { watchProfiles } from "../alerts/profile-alarms.ts";
import { watchScoring } from "../alerts/scoring-freshness.ts";
import type { TrendJobs } from "../bigdata/trend-jobs.ts";
import type { ComplianceDashboard } from "../dashboards/compliance-dashboard.ts";
import type { LandingApi } from "../exchange/landing-api.ts";
import type { MessageSource } from "../ingest/work-queue.ts";
import type { Functions } from "./functions.ts";
import type { Parts } from "./parts.ts";
import type { StateMachines, Worker } from "./workflow.ts";

export interface Observed extends Parts {
    functions: Functions;
    workflows: StateMachines;
    door: LandingApi;
    trends: TrendJobs;
    dashboard: ComplianceDashboard;
    /** Where AWS Data Pipeline orchestrates. */
    worker: Worker | undefined;
    environment: string;
    region: string;
}

/** What looks at the platform as a whole: whether verdicts keep coming, one page for operations, and its cost. */
export function observe(parent: Resource, observed: Observed): void {
    const { settings, topics, storage, ledger, activity, watermarks, queues, exchange, functions } = observed;
    const { workflows, worker, model, trends, door, warehouse, dashboard, environment, region } = observed;
    const minutes = settings.alarms.unscoredMinutes;
    watchScoring(parent, { screened: queues.screened, minutes, topic: topics.operations });
    if (model.endpoint) watchModel(parent, { topic: topics.operations });
    const { unloadedMinutes } = settings.alarms;
    watchLoads(parent, { records: queues.records, minutes: unloadedMinutes, topic: topics.operations });
    watchProfiles(parent, { staleDays: settings.trends.staleDays, topic: topics.operations });
    watchDrift(parent, topics.operations);
    const { landing, bulk, incoming, screened, screenedBulk, records } = queues;
    new OperationsDashboard(
        "operations",
        {
            region,
            dashboardName: `compliance-platform-${environment}`,
            functions: Object.fromEntries(
                Object.entries({ ...functions, ...(worker && { work: worker.work }) }).map(
                    ([verb, { functionName }]) => [verb, functionName],
                ),
            ),
            workflows,
            queues: byLabel([landing, bulk, incoming, screened, screenedBulk, records]),
            deadLetters: byLabel(queues.deadLetters),
            topics: {
                fraud: topics.fraud.topicName,
                discrepancies: topics.discrepancies.topicName,
                operations: topics.operations.topicName,
            },
            tables: {
                ledger: ledger.table.name,
                activity: activity.table.name,
                watermarks: watermarks.table.name,
                runs: exchange.runs.table.name,
                ...(worker && { attempts: worker.attempts.table.name }),
            },
            apis: { landing: door.apiId },
            workgroups: { warehouse: warehouse.workgroupName },
            figures: dashboard.copied,
            dashboards: { compliance: dashboard.dashboardId },
            ...(model.endpoint && { endpoint: model.endpoint.endpointName }),
            sparkApplications: { trends: trends.applicationId },
            buckets: {
                records: storage.records.bucket.bucket,
                quarantine: storage.quarantine.bucket.bucket,
                model: storage.model.bucket.bucket,
            },
        },
        { parent },
    );
    new CostBudget("monthly-cost", { monthlyUsd: settings.costs.awsMonthlyUsd, topic: topics.operations }, { parent });
}

function byLabel(sources: MessageSource[]) {
    return Object.fromEntries(sources.map(({ label, queue }) => [label, queue]));
}
