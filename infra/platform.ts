import { ComponentResource, type Output, output } from "@pulumi/pulumi";
import { AlertTopics } from "./alerts/alert-topics.ts";
import { TrendJobs } from "./bigdata/trend-jobs.ts";
import type { Bundle } from "./compute/bundle-content.ts";
import type { Configuration } from "./configuration.ts";
import { AccountActivity } from "./ingest/account-activity.ts";
import { SourceWatermarks } from "./ingest/source-watermarks.ts";
import { TransactionLedger } from "./ingest/transaction-ledger.ts";
import { WorkQueues } from "./ingest/work-queues.ts";
import { PrivateNetwork } from "./network/private-network.ts";
import { outputsOf } from "./outputs.ts";
import { RecordsCatalog } from "./query/records-catalog.ts";
import { ReportWorkgroup } from "./query/report-workgroup.ts";
import { AuditTrail } from "./security/audit-trail.ts";
import { PlatformKeys } from "./security/platform-keys.ts";
import { placedRoles } from "./security/role-place.ts";
import { showFigures } from "./steps/dashboards.ts";
import { exchange, letAsk, openDoor } from "./steps/exchange.ts";
import { fraudModel } from "./steps/fraud-model.ts";
import { makeFunctions } from "./steps/functions.ts";
import { observe } from "./steps/observe.ts";
import { type Bundled, TIMEOUT_SECONDS } from "./steps/parts.ts";
import { orchestrate } from "./steps/workflow.ts";
import { PlatformStorage } from "./storage/platform-storage.ts";
import { tagged } from "./tags.ts";
import { SchemaMigration } from "./warehouse/schema-migration.ts";
import { Warehouse } from "./warehouse/warehouse.ts";

/** The whole platform of one environment: first what the steps work with, then the steps as a transaction takes them. */
export class Platform extends ComponentResource {
    /** Names and addresses that the team's commands work with. */
    readonly outputs: Record<string, Output<string>>;

    constructor(name: string, configuration: Configuration, bundleOf: (verb: Bundled) => Promise<Bundle>) {
        const { environment, settings, accountId, region, subscriptions, sources, modelArtifact, dashboards } =
            configuration;
        const transformations = [tagged({ environment, ...settings.tags }), placedRoles({ environment, accountId })];
        super("compliance:platform:Platform", name, {}, { transformations });
        const deletable = settings.deletionGuard.disabled;
        const opts = { parent: this };

        const keys = new PlatformKeys("keys", { environment, accountId, region, deletable }, opts);
        const key = keys.data;
        const { records, retention } = settings;
        const log = { key: keys.logs, retentionDays: retention.logDays };
        const network = new PrivateNetwork("network", { ...settings.network, accountId, region, log }, opts);
        const topics = new AlertTopics("alerts", { key, subscriptions, accountId, region }, opts);
        const storage = new PlatformStorage("storage", { key, accountId, records, retention, deletable }, opts);
        const kept = { key, alarmTopic: topics.operations, deletable };
        const ledger = new TransactionLedger("ledger", kept, opts);
        const activity = new AccountActivity("activity", kept, opts);
        const watermarks = new SourceWatermarks("watermarks", kept, opts);
        const { accessLogs } = storage;
        const watched = [storage.landing, storage.records, storage.reports];
        const own = { environment, accountId, region };
        new AuditTrail("audit-trail", { ...own, key: keys.logs, accessLogs, watched, lock: records, deletable }, opts);
        const queues = new WorkQueues(
            "queues",
            {
                key,
                landing: storage.landing,
                records: storage.records,
                quarantine: storage.quarantine,
                reports: storage.reports,
                accountId,
                timeoutSeconds: TIMEOUT_SECONDS,
                loadWindowSeconds: settings.load.windowSeconds,
                deliveries: settings.queues.deliveries,
                alarms: { ...settings.alarms, topic: topics.operations },
                deletable,
            },
            opts,
        );

        const supplied = exchange(this, { ...configuration, keys, topics, storage });
        const stand = { environment, accountId, network, log, sources: storage.loaded() };
        const warehouse = new Warehouse("warehouse", { ...settings.warehouse, ...kept, ...stand }, opts);
        const catalog = new RecordsCatalog("catalog", { environment, storage, accountId, region }, opts);
        const results = storage.athenaResults;
        const { scanGigabytes } = settings.query;
        const asking = { key, results, catalog, accountId, scanGigabytes, deletable };
        const reports = new ReportWorkgroup("reports", asking, opts);
        const stores = { storage, ledger, activity, watermarks, queues, exchange: supplied, warehouse, reports };
        const before = { settings, place: own, keys, network, topics, ...stores, sources, log };
        const model = fraudModel(this, { ...before, environment, accountId, region, modelArtifact });
        const parts = { ...before, model };
        const functions = makeFunctions(this, parts, bundleOf);
        const door = openDoor(this, parts, functions.receive);
        letAsk(this, parts, functions.request);
        const migrated = new SchemaMigration(
            "schema",
            {
                warehouse,
                migrate: functions.migrate,
                members: { loaders: [functions.load], reconcilers: [functions.reconcile] },
            },
            opts,
        );
        const dashboard = showFigures(this, parts, { ...own, dashboards }, migrated);
        const history = { trends: settings.trends, records: storage.records, profiles: storage.profiles };
        const alarmTopic = topics.operations;
        const trends = new TrendJobs("trends", { ...own, ...history, network, key, log, alarmTopic }, opts);
        const { trainings } = model;
        const sparkJobs = { trends: { job: trends.job, grants: trends.grantStart() } };
        const orchestrated = orchestrate(this, { ...parts, ...own, functions, sparkJobs, trainings, bundleOf });

        observe(this, { ...parts, functions, ...orchestrated, trends, door, dashboard, environment, region });

        this.outputs = {
            ...outputsOf(parts),
            recordsDatabase: catalog.database.name,
            reportWorkgroup: reports.workgroup.name,
            supplementaryUrl: door.url,
            supplementaryRunsTable: parts.exchange.runs.table.name,
            warehouseWorkgroup: warehouse.workgroupName,
            dashboardId: output(dashboard.dashboardId),
        };
        this.registerOutputs({});
    }
}
