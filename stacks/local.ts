import type { Settings } from "./settings.ts";

/** A laptop: two cores are enough, each function keeps at most a few copies of itself. */
export const local: Settings = {
    tags: { owner: "compliance-platform-team", costCentre: "cc-4711", dataClassification: "internal" },
    deletionGuard: { disabled: true, reason: "nothing on a laptop outlives its run" },
    // Whatever is there once only would outlive the run.
    account: { ownsEntraProvider: false, ownsOutboundFederation: false, ownsQuickSight: false },
    records: { lockMode: "GOVERNANCE", lockDays: 1 },
    retention: {
        landingDays: 1,
        quarantineDays: 30,
        parkedDays: 30,
        manifestDays: 30,
        modelDays: 365,
        queryResultDays: 7,
        supplementaryDays: 30,
        accessLogDays: 30,
        logDays: 400,
    },
    network: { availabilityZones: 3 },
    queues: { deliveries: 5 },
    workflow: { periodMinutes: 60, insightPeriodMinutes: 1440 },
    collect: { memoryMegabytes: 512 },
    unpack: { memoryMegabytes: 512, maximumConcurrency: 2 },
    screen: { memoryMegabytes: 512, batchSize: 100, windowSeconds: 1, maximumConcurrency: 2 },
    score: { memoryMegabytes: 512, batchSize: 100, windowSeconds: 1, maximumConcurrency: 2 },
    migrate: { memoryMegabytes: 256 },
    park: { memoryMegabytes: 256, maximumConcurrency: 2 },
    scoring: {
        endpoint: { kind: "serverless", memoryMegabytes: 2048, maximumConcurrency: 10 },
        slowMilliseconds: 1500,
        modelFrom: "configuration",
        training: { instanceType: "ml.m5.large", volumeGigabytes: 20, maximumMinutes: 60 },
    },
    receive: { memoryMegabytes: 256 },
    alerts: { threshold: 0.7, perMinute: 30 },
    warehouse: {
        baseCapacity: 4,
        maxCapacity: 8,
        dailyRpuHours: 16,
        whenUsedUp: "deactivate",
        longestQuerySeconds: 900,
    },
    query: { scanGigabytes: 1 },
    alarms: { oldestTransactionSeconds: 300, oldestFileSeconds: 3600, waitingMessages: 10_000, unscoredMinutes: 30 },
    exchange: { replication: "Standard_LRS", logDays: 400, staleHours: 50 },
    costs: { awsMonthlyUsd: 100, azureMonthly: 100, azureFrom: "2026-12-01" },
};
