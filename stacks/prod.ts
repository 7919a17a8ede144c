import type { Settings } from "./settings.ts";

export const prod: Settings = {
    tags: { owner: "compliance-platform-team", costCentre: "cc-4711", dataClassification: "restricted" },
    deletionGuard: { disabled: false },
    // The only stack in its account.
    account: {
        ownsEntraProvider: true,
        // Made by administrators of the tenant: the pipeline may create no application there.
        ownsEntraApplication: false,
        ownsOutboundFederation: true,
        ownsQuickSight: true,
    },
    // Seven years: the longest that banking supervision and SOX ask for.
    records: { lockMode: "COMPLIANCE", lockDays: 2557 },
    retention: {
        landingDays: 1,
        quarantineDays: 365,
        parkedDays: 365,
        manifestDays: 2557,
        modelDays: 3650,
        queryResultDays: 90,
        supplementaryDays: 400,
        accessLogDays: 400,
        profileDays: 90,
        logDays: 400,
    },
    network: { availabilityZones: 3 },
    queues: { deliveries: 5 },
    workflow: { orchestrator: "data-pipeline", periodMinutes: 60, insightPeriodMinutes: 1440 },
    collect: { memoryMegabytes: 512 },
    unpack: { memoryMegabytes: 1024, maximumConcurrency: 10 },
    screen: { memoryMegabytes: 1024, batchSize: 100, windowSeconds: 1, maximumConcurrency: 50 },
    score: { memoryMegabytes: 1024, batchSize: 100, windowSeconds: 1, maximumConcurrency: 50 },
    migrate: { memoryMegabytes: 256 },
    park: { memoryMegabytes: 256, maximumConcurrency: 2 },
    scoring: {
        endpoint: {
            kind: "instances",
            instanceType: "ml.c5.xlarge",
            minimum: 2,
            maximum: 8,
            requestsPerMinute: 600,
            capturePercent: 100,
        },
        slowMilliseconds: 1500,
        modelFrom: "registry",
        training: { instanceType: "ml.m5.2xlarge", volumeGigabytes: 100, maximumMinutes: 180 },
    },
    receive: { memoryMegabytes: 512 },
    request: { memoryMegabytes: 256 },
    alerts: { threshold: 0.7, perMinute: 30 },
    // A dashboard that stops at noon would hide fraud, so the limit only tells.
    warehouse: {
        baseCapacity: 16,
        maxCapacity: 128,
        dailyRpuHours: 400,
        whenUsedUp: "emit-metric",
        longestQuerySeconds: 3600,
    },
    query: { scanGigabytes: 500 },
    trends: {
        windowDays: 90,
        halfLifeDays: 30,
        shards: 1024,
        maximumVcpus: 256,
        idleMinutes: 5,
        staleDays: 3,
    },
    alarms: { oldestTransactionSeconds: 120, oldestFileSeconds: 1800, waitingMessages: 100_000, unscoredMinutes: 15 },
    dashboards: { live: "direct-query", refresh: "HOURLY" },
    exchange: { replication: "Standard_ZRS", logDays: 400, staleHours: 26 },
    costs: { awsMonthlyUsd: 25_000, azureMonthly: 2000, azureFrom: "2026-12-01" },
};
