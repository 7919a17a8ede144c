import assert from "node:assert/strict";
import { azureNativeTypes } from "../../../../local/providers/types/azure-native/index.ts";
import { adds, refuses } from "../support/type-tests.ts";

const GROUP = "/subscriptions/11111111-1111-4111-a111-111111111111/resourceGroups/platform";
const WORKSPACE = `${GROUP}/providers/Microsoft.OperationalInsights/workspaces/logs`;
const FACTORY = `${GROUP}/providers/Microsoft.DataFactory/factories/exchange`;
const setting = { name: "kept", resourceUri: FACTORY, workspaceId: WORKSPACE };
const receivers = [{ name: "one", emailAddress: "a@bank.example" }];
const group = { actionGroupName: "ops", resourceGroupName: "platform", groupShortName: "ops", enabled: true };
const criterion = {
    name: "failed",
    metricName: "PipelineFailedRuns",
    operator: "GreaterThan",
    timeAggregation: "Total",
    criterionType: "StaticThresholdCriterion",
    threshold: 0,
};
const criteria = { odataType: "Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria", allOf: [criterion] };
const alert = {
    ruleName: "failed",
    resourceGroupName: "platform",
    location: "global",
    enabled: true,
    severity: 1,
    scopes: [FACTORY],
    evaluationFrequency: "PT5M",
    windowSize: "PT5M",
    criteria,
};
const measured = (change: object) => ({ criteria: { ...criteria, allOf: [{ ...criterion, ...change }] } }) as never;

const WORKSPACE_TYPE = "azure-native:operationalinsights:Workspace";
const SETTING_TYPE = "azure-native:monitor:DiagnosticSetting";
const GROUP_TYPE = "azure-native:monitor:ActionGroup";
const ALERT_TYPE = "azure-native:monitor:MetricAlert";

describe("the tables of azure-native for logs and alerts", () => {
    adds([
        {
            type: WORKSPACE_TYPE,
            inputs: { workspaceName: "logs", resourceGroupName: "platform" },
            id: WORKSPACE,
            outputs: { name: "logs", retentionInDays: 30, location: "westeurope" },
        },
        {
            type: SETTING_TYPE,
            inputs: setting,
            id: `${FACTORY}/providers/Microsoft.Insights/diagnosticSettings/kept`,
            outputs: { name: "kept" },
        },
        {
            type: GROUP_TYPE,
            inputs: group,
            id: `${GROUP}/providers/Microsoft.Insights/actionGroups/ops`,
            outputs: { name: "ops" },
        },
        {
            type: ALERT_TYPE,
            inputs: alert,
            id: `${GROUP}/providers/Microsoft.Insights/metricAlerts/failed`,
            outputs: { name: "failed" },
        },
    ]);

    refuses([
        {
            type: WORKSPACE_TYPE,
            good: {
                workspaceName: "logs",
                resourceGroupName: "platform",
                sku: { name: "PerGB2018" },
                retentionInDays: 400,
            },
            bad: [
                [{ workspaceName: "abc" }, "workspaceName must have at least 4"],
                [{ retentionInDays: 29 }, "retentionInDays must be a whole number from 30 to 730 days, got 29"],
                [{ retentionInDays: 731 }, "retentionInDays must be a whole number from 30 to 730 days, got 731"],
                [{ sku: { name: "Gold" } }, "sku.name must be one of"],
                [{ publicNetworkAccessForQuery: "Off" }, "publicNetworkAccessForQuery must be one of"],
                [{ publicNetworkAccessForIngestion: "Off" }, "publicNetworkAccessForIngestion must be one of"],
            ],
        },
        {
            type: SETTING_TYPE,
            good: { ...setting, logs: [{ categoryGroup: "allLogs", enabled: true }] },
            bad: [
                [{ name: "a/b" }, "name must be made of"],
                [{ resourceUri: "the factory" }, "resourceUri must be the id of a resource"],
                [{ workspaceId: FACTORY }, "workspaceId must be the id of a workspace"],
                [{ workspaceId: null }, "workspaceId or another destination is required"],
                [{ logAnalyticsDestinationType: "Table" }, "logAnalyticsDestinationType must be one of"],
                [{ logs: [{ enabled: true }] }, "logs[0] must name either"],
                [{ logs: [{ category: "a", categoryGroup: "b", enabled: true }] }, "logs[0] must name either"],
                [{ logs: [{ category: "a" }] }, "logs[0].enabled is required"],
            ],
        },
        {
            type: GROUP_TYPE,
            good: { ...group, emailReceivers: receivers },
            bad: [
                [{ groupShortName: "operations of all" }, "groupShortName must be 1 to 12 characters"],
                [{ emailReceivers: [{ name: "one", emailAddress: "me" }] }, "emailReceivers[0].emailAddress must be"],
                [{ emailReceivers: [...receivers, ...receivers] }, "emailReceivers must have distinct names"],
            ],
        },
        {
            type: ALERT_TYPE,
            good: alert,
            bad: [
                [{ severity: 5 }, "severity must be a whole number from 0 to 4"],
                [{ location: "westeurope" }, "location must be one of global"],
                [{ windowSize: "PT2M" }, "windowSize must be one of"],
                [{ evaluationFrequency: "PT2M" }, "evaluationFrequency must be one of"],
                [{ scopes: ["exchange"] }, "scopes[0] must be the id of a resource"],
                [measured({ operator: "Above" }), "criteria.allOf[0].operator must be one of"],
                [measured({ timeAggregation: "Sum" }), "criteria.allOf[0].timeAggregation must be one of"],
            ],
        },
    ]);

    it("need another one where it goes elsewhere, not where it changes what it says", () => {
        const replaceOn = [WORKSPACE_TYPE, SETTING_TYPE, GROUP_TYPE, ALERT_TYPE].map(
            (type) => azureNativeTypes[type]?.replaceOn,
        );
        assert.deepEqual(replaceOn, [
            ["workspaceName", "resourceGroupName", "location"],
            ["name", "resourceUri"],
            ["actionGroupName", "resourceGroupName", "location"],
            ["ruleName", "resourceGroupName", "location"],
        ]);
    });
});
