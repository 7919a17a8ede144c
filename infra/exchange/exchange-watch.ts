import { Budget } from "@pulumi/azure-native/consumption/budget.js";
import type { Factory } from "@pulumi/azure-native/datafactory/factory.js";
import { ActionGroup } from "@pulumi/azure-native/monitor/actionGroup.js";
import { MetricAlert } from "@pulumi/azure-native/monitor/metricAlert.js";
import { Workspace } from "@pulumi/azure-native/operationalinsights/workspace.js";
import type { ResourceGroup } from "@pulumi/azure-native/resources/resourceGroup.js";
import type { StorageAccount } from "@pulumi/azure-native/storage/storageAccount.js";
import { ComponentResource, type ComponentResourceOptions, interpolate, ResourceError } from "@pulumi/pulumi";
import { describeAlarm } from "../alerts/runbooks.ts";
import { sendDiagnostics } from "./send-diagnostics.ts";

export interface ExchangeWatchArgs {
    resourceGroup: ResourceGroup;
    /** Azure location of the logs, such as `westeurope`. */
    location: string;
    factory: Factory;
    account: StorageAccount;
    /** E-mail addresses that hear of failures and cost; at least one. */
    alertEmails: string[];
    /** Days for which the logs are kept; 30 to 730. */
    logDays: number;
    /** What the resource group may cost in a calendar month, in the currency of the bill, and since when. */
    budget: { monthly: number };
}

/** Keeps the logs of the Azure side, and tells of failed runs and of cost. */
export class ExchangeWatch extends ComponentResource {
    constructor(name: string, args: ExchangeWatchArgs, opts?: ComponentResourceOptions) {
        super("compliance:exchange:ExchangeWatch", name, {}, opts);
        const { resourceGroup, location, factory, account, alertEmails, logDays, budget } = args;
        const wrong = (message: string) => new ResourceError(message, this, true);
        if (alertEmails.length === 0) throw wrong("alertEmails must name at least one, or nobody hears of a failure");
        if (!(logDays >= 30 && logDays <= 730)) throw wrong(`logDays must be 30 to 730, got ${logDays}`);

        const child = { parent: this };
        const inGroup = { resourceGroupName: resourceGroup.name };
        const workspace = new Workspace(
            name,
            {
                ...inGroup,
                location,
                sku: { name: "PerGB2018" },
                retentionInDays: logDays,
                // Whoever reads or writes proves who they are; a key of the workspace opens nothing.
                features: { disableLocalAuth: true },
                tags: { retention: `${logDays}-days` },
            },
            child,
        );
        sendDiagnostics(this, `${name}-factory`, workspace, factory.id, {
            logs: [{ categoryGroup: "allLogs", enabled: true }],
            metrics: [{ category: "AllMetrics", enabled: true }],
        });
        sendDiagnostics(this, `${name}-blobs`, workspace, interpolate`${account.id}/blobServices/default`, {
            logs: ["StorageRead", "StorageWrite", "StorageDelete"].map((category) => ({ category, enabled: true })),
            metrics: [{ category: "Transaction", enabled: true }],
        });
        const operators = new ActionGroup(
            name,
            {
                ...inGroup,
                // Azure keeps alerts and their receivers in no region.
                location: "global",
                groupShortName: "compliance",
                enabled: true,
                emailReceivers: alertEmails.map((emailAddress, index) => ({
                    name: `operations-${index + 1}`,
                    emailAddress,
                    useCommonAlertSchema: true,
                })),
            },
            child,
        );
        new MetricAlert(
            `${name}-failed-runs`,
            {
                ...inGroup,
                location: "global",
                description: describeAlarm("A pipeline run of the Data Factory failed.", "factory-run-failed"),
                severity: 1,
                enabled: true,
                autoMitigate: true,
                scopes: [factory.id],
                evaluationFrequency: "PT5M",
                windowSize: "PT5M",
                criteria: {
                    odataType: "Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria",
                    allOf: [
                        {
                            criterionType: "StaticThresholdCriterion",
                            name: "failed-runs",
                            metricNamespace: "Microsoft.DataFactory/factories",
                            metricName: "PipelineFailedRuns",
                            timeAggregation: "Total",
                            operator: "GreaterThan",
                            threshold: 0,
                        },
                    ],
                },
                actions: [{ actionGroupId: operators.id }],
            },
            child,
        );
        const at = (threshold: number, thresholdType: "Actual" | "Forecasted") => ({
            enabled: true,
            operator: "GreaterThan",
            threshold,
            thresholdType,
            contactEmails: alertEmails,
            contactGroups: [operators.id],
        });
        new Budget(
            name,
            {
                scope: resourceGroup.id,
                category: "Cost",
                timeGrain: "Monthly",
                amount: budget.monthly,
                timePeriod: { startDate: firstOfThisMonth() },
                notifications: {
                    fourFifths: at(80, "Actual"),
                    whole: at(100, "Actual"),
                    expected: at(100, "Forecasted"),
                },
            },
            // Azure refuses a first month gone by, and keeps the one that it was given.
            { ...child, ignoreChanges: ["timePeriod"] },
        );
        this.registerOutputs({});
    }
}

function firstOfThisMonth(): string {
    return `${new Date().toISOString().slice(0, 7)}-01T00:00:00Z`;
}
