import type { Settings } from "./settings.ts";

export const dev: Settings = {
    tags: { owner: "compliance-platform-team", costCentre: "cc-4711", dataClassification: "internal" },
    deletionGuard: { disabled: true, reason: "dev holds made-up transactions only and is torn down at will" },
    // The only stack in its account.
    account: { ownsEntraProvider: true, ownsOutboundFederation: true, ownsQuickSight: true },
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
    network: { availabilityZones: 2 },
    queues: { deliveries: 5 },
    workflow: { periodMinutes: 60, insightPeriodMinutes: 1440 },
    collect: { memoryMegabytes: 512 },
    unpack: { memoryMegabytes: 1024, maximumConcurrency: 2 },
    screen: { memoryMegabytes: 512, batchSize: 100, windowSeconds: 1, maximumConcurrency: 5 },
    score: { memoryMegabytes: 512, batchSize: 100, windowSeconds: 1, maximumConcurrency: 5 },
    park: { memoryMegabytes: 256, maximumConcurrency: 2 },
    scoring: {
        endpoint: { kind: "serverless", memoryMegabytes: 2048, maximumConcurrency: 10 },
        slowMilliseconds: 1500,
        modelFrom: "configuration",
    },
    receive: { memoryMegabytes: 512 },
    alerts: { threshold: 0.7, perMinute: 30 },
    query: { scanGigabytes: 10 },
    alarms: { oldestTransactionSeconds: 300, oldestFileSeconds: 3600, waitingMessages: 10_000, unscoredMinutes: 30 },
    exchange: { replication: "Standard_LRS", logDays: 400, staleHours: 50 },
    costs: { awsMonthlyUsd: 1500, azureMonthly: 200, azureFrom: "2026-12-01" },
};
