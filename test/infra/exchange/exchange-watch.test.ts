import assert from "node:assert/strict";
import { Factory } from "@pulumi/azure-native/datafactory/factory.js";
import { ResourceGroup } from "@pulumi/azure-native/resources/resourceGroup.js";
import { StorageAccount } from "@pulumi/azure-native/storage/storageAccount.js";
import { ExchangeWatch, type ExchangeWatchArgs } from "../../../infra/exchange/exchange-watch.ts";
import { allRegistered, created, namesOf, recordResources } from "../../support/mocks.ts";

const SETTING = "azure-native:monitor:DiagnosticSetting";

async function create(changes: Partial<ExchangeWatchArgs> = {}): Promise<void> {
    const resourceGroup = new ResourceGroup("the-group", {});
    const inGroup = { resourceGroupName: resourceGroup.name };
    const factory = new Factory("the-factory", inGroup);
    const account = new StorageAccount("the-account", { ...inGroup, kind: "StorageV2", sku: { name: "Standard_LRS" } });
    new ExchangeWatch("x", {
        resourceGroup,
        location: "westeurope",
        factory,
        account,
        alertEmails: ["one@bank.example", "two@bank.example"],
        logDays: 400,
        budget: { monthly: 250 },
        ...changes,
    });
    await allRegistered();
}

describe("ExchangeWatch", () => {
    beforeEach(recordResources);

    it("keeps logs as long as told, in a workspace that no key opens", async () => {
        await create();
        assert.deepEqual(created("azure-native:operationalinsights:Workspace", "x"), {
            resourceGroupName: "the-group",
            location: "westeurope",
            sku: { name: "PerGB2018" },
            retentionInDays: 400,
            features: { disableLocalAuth: true },
            tags: { retention: "400-days" },
        });
    });

    it("sends what the factory and the blobs log and measure to the workspace", async () => {
        await create();
        assert.deepEqual(namesOf(SETTING), ["x-blobs", "x-factory"]);
        const common = {
            name: "to-the-workspace",
            workspaceId: "x-id",
            logAnalyticsDestinationType: "Dedicated",
        };
        assert.deepEqual(created(SETTING, "x-factory"), {
            ...common,
            resourceUri: "the-factory-id",
            logs: [{ categoryGroup: "allLogs", enabled: true }],
            metrics: [{ category: "AllMetrics", enabled: true }],
        });
        assert.deepEqual(created(SETTING, "x-blobs"), {
            ...common,
            resourceUri: "the-account-id/blobServices/default",
            logs: [
                { category: "StorageRead", enabled: true },
                { category: "StorageWrite", enabled: true },
                { category: "StorageDelete", enabled: true },
            ],
            metrics: [{ category: "Transaction", enabled: true }],
        });
    });

    it("mails every receiver", async () => {
        await create();
        assert.deepEqual(created("azure-native:monitor:ActionGroup", "x"), {
            resourceGroupName: "the-group",
            location: "global",
            groupShortName: "compliance",
            enabled: true,
            emailReceivers: [
                { name: "operations-1", emailAddress: "one@bank.example", useCommonAlertSchema: true },
                { name: "operations-2", emailAddress: "two@bank.example", useCommonAlertSchema: true },
            ],
        });
    });

    it("tells of each failed run of a pipeline", async () => {
        await create();
        const { criteria, scopes, actions, description, enabled } = created(
            "azure-native:monitor:MetricAlert",
            "x-failed-runs",
        ) as { criteria: { allOf: object[] } } & Record<string, unknown>;
        assert.deepEqual(criteria.allOf, [
            {
                criterionType: "StaticThresholdCriterion",
                name: "failed-runs",
                metricNamespace: "Microsoft.DataFactory/factories",
                metricName: "PipelineFailedRuns",
                timeAggregation: "Total",
                operator: "GreaterThan",
                threshold: 0,
            },
        ]);
        assert.deepEqual([scopes, actions, enabled], [["the-factory-id"], [{ actionGroupId: "x-id" }], true]);
        assert.match(String(description), /docs\/runbooks\/factory-run-failed\.md$/);
    });

    it("tells when the group costs four fifths of its budget, all of it, or is expected to", async () => {
        await create();
        const common = {
            enabled: true,
            operator: "GreaterThan",
            contactEmails: ["one@bank.example", "two@bank.example"],
            contactGroups: ["x-id"],
        };
        assert.deepEqual(created("azure-native:consumption:Budget", "x"), {
            scope: "the-group-id",
            category: "Cost",
            timeGrain: "Monthly",
            amount: 250,
            timePeriod: { startDate: `${new Date().toISOString().slice(0, 7)}-01T00:00:00Z` },
            notifications: {
                fourFifths: { ...common, threshold: 80, thresholdType: "Actual" },
                whole: { ...common, threshold: 100, thresholdType: "Actual" },
                expected: { ...common, threshold: 100, thresholdType: "Forecasted" },
            },
        });
    });

    for (const { args, message } of [
        { args: { alertEmails: [] }, message: "alertEmails must name at least one, or nobody hears of a failure" },
        { args: { logDays: 29 }, message: "logDays must be 30 to 730, got 29" },
        { args: { logDays: 731 }, message: "logDays must be 30 to 730, got 731" },
    ]) {
        it(`says that ${message}`, async () => {
            await assert.rejects(create(args), { message });
        });
    }
});
