import { isObject, type Properties, type Value } from "../../../store/value.ts";
import { each, when } from "../../checks/check.ts";
import { mostItems, oneOf, pattern, range, required } from "../../checks/common.ts";
import type { TypeTable } from "../definition.ts";
import { azureName, resourceId, tagChecks } from "./common.ts";
import { location } from "./locations.ts";

const RULE_NAME = {
    maxLength: 260,
    pattern: /^[^*#&+:<>?@%{}\\/|]*[^*#&+:<>?@%{}\\/|. ]$/,
    allowed: "characters other than * # & + : < > ? @ % { } \\ / |",
};
/** https://learn.microsoft.com/azure/azure-monitor/reference/supported-metrics/microsoft-datafactory-factories-metrics */
const FACTORY_METRICS = [
    ...["Activity", "Pipeline", "Trigger"].flatMap((what) =>
        ["CancelledRuns", "FailedRuns", "SucceededRuns"].map((end) => `${what}${end}`),
    ),
    ...["FactorySizeInGbUnits", "MaxAllowedFactorySizeInGbUnits", "MaxAllowedResourceCount", "ResourceCount"],
    ...["IntegrationRuntimeAvailableMemory", "IntegrationRuntimeAverageTaskPickupDelay"],
    ...["IntegrationRuntimeAvailableNodeNumber", "IntegrationRuntimeCpuPercentage", "IntegrationRuntimeQueueLength"],
    "PipelineElapsedTimeRuns",
];
const ANY_ID = /^\/subscriptions\//;

export const monitor: TypeTable = {
    "azure-native:monitor:DiagnosticSetting": {
        name: azureName({ ...RULE_NAME, property: "name" }),
        id: (setting) =>
            `${setting.text("resourceUri")}/providers/Microsoft.Insights/diagnosticSettings/${setting.physicalName}`,
        outputs: () => ({ type: "Microsoft.Insights/diagnosticSettings" }),
        replaceOn: ["name", "resourceUri"],
        checks: [
            required("resourceUri", "logs[*].enabled", "metrics[*].enabled"),
            pattern("resourceUri", ANY_ID, "the id of a resource"),
            pattern("workspaceId", /\/Microsoft\.OperationalInsights\/workspaces\//i, "the id of a workspace"),
            oneOf("logAnalyticsDestinationType", ["Dedicated", "AzureDiagnostics"]),
            each("logs[*]", eitherCategory),
            // https://learn.microsoft.com/azure/azure-monitor/platform/diagnostic-settings#category-groups
            oneOf("logs[*].categoryGroup", ["allLogs", "audit"]),
            oneOf("metrics[*].category", ["AllMetrics", "Capacity", "Transaction"]),
            when(
                ["workspaceId", "storageAccountId", "eventHubAuthorizationRuleId", "marketplacePartnerId"],
                "workspaceId",
                ({ workspaceId, storageAccountId, eventHubAuthorizationRuleId, marketplacePartnerId }) =>
                    (workspaceId ?? storageAccountId ?? eventHubAuthorizationRuleId ?? marketplacePartnerId) ===
                    undefined
                        ? "or another destination is required"
                        : undefined,
            ),
        ],
    },
    "azure-native:monitor:ActionGroup": {
        name: azureName({ ...RULE_NAME, property: "actionGroupName" }),
        id: (group) => resourceId(group, `Microsoft.Insights/actionGroups/${group.physicalName}`),
        outputs: (group) => ({ name: group.physicalName, type: "Microsoft.Insights/ActionGroups" }),
        replaceOn: ["actionGroupName", "resourceGroupName", "location"],
        checks: [
            required(
                "resourceGroupName",
                "groupShortName",
                "enabled",
                "emailReceivers[*].name",
                "emailReceivers[*].emailAddress",
            ),
            location,
            pattern("groupShortName", /^.{1,12}$/, "1 to 12 characters"),
            pattern("emailReceivers[*].name", /^.+$/, "a name"),
            pattern("emailReceivers[*].emailAddress", /^[^\s@]+@[^\s@]+$/, "an e-mail address"),
            each("emailReceivers", distinctNames),
            ...tagChecks,
        ],
    },
    "azure-native:monitor:MetricAlert": {
        name: azureName({ ...RULE_NAME, property: "ruleName" }),
        id: (alert) => resourceId(alert, `Microsoft.Insights/metricAlerts/${alert.physicalName}`),
        outputs: (alert) => ({ name: alert.physicalName, type: "Microsoft.Insights/metricAlerts", isMigrated: false }),
        replaceOn: ["ruleName", "resourceGroupName", "location"],
        checks: [
            required(
                "resourceGroupName",
                "enabled",
                "severity",
                "scopes",
                "evaluationFrequency",
                "windowSize",
                "criteria",
                "criteria.odataType",
            ),
            range("severity", 0, 4),
            oneOf("location", ["global"]),
            oneOf("evaluationFrequency", ["PT1M", "PT5M", "PT15M", "PT30M", "PT1H"]),
            oneOf("windowSize", ["PT1M", "PT5M", "PT15M", "PT30M", "PT1H", "PT6H", "PT12H", "P1D"]),
            pattern("scopes[*]", ANY_ID, "the id of a resource"),
            each("scopes", (scopes) =>
                Array.isArray(scopes) && scopes.length === 0 ? "must name a resource" : undefined,
            ),
            when(["scopes", "criteria"], "criteria.allOf", metricFault),
            pattern("actions[*].actionGroupId", ANY_ID, "the id of an action group"),
            mostItems("criteria.allOf", 5),
            oneOf("criteria.allOf[*].operator", [
                "Equals",
                "GreaterThan",
                "GreaterThanOrEqual",
                "LessThan",
                "LessThanOrEqual",
            ]),
            oneOf("criteria.allOf[*].timeAggregation", ["Average", "Count", "Minimum", "Maximum", "Total"]),
            ...tagChecks,
        ],
    },
};

/** A factory has these metrics alone, and Azure refuses an alert on another. */
function metricFault({ scopes, criteria }: Properties): string | undefined {
    const all = isObject(criteria) && Array.isArray(criteria.allOf) ? criteria.allOf.filter(isObject) : [];
    const ofFactory =
        Array.isArray(scopes) &&
        scopes.some((scope) => /\/Microsoft\.DataFactory\/factories\/[^/]+$/i.test(String(scope)));
    const odd = all.find(({ metricName }) => !FACTORY_METRICS.includes(String(metricName)));
    return ofFactory && odd
        ? `must be on a metric of factories such as PipelineFailedRuns, got ${odd.metricName}`
        : undefined;
}

function eitherCategory(log: Value): string | undefined {
    const { category, categoryGroup } = log as Properties;
    return (category === undefined) === (categoryGroup === undefined)
        ? "must name either a category or a categoryGroup"
        : undefined;
}

function distinctNames(receivers: Value): string | undefined {
    const names = (receivers as Properties[]).map(({ name }) => name);
    return new Set(names).size < names.length ? "must have distinct names" : undefined;
}
