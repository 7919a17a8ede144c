import type { Link } from "../../core/graph.ts";
import type { Resource } from "../../core/resource.ts";
import { Value } from "../../core/value.ts";
import {
    ALARM,
    API_INTEGRATION,
    API_STAGE,
    APPLICATION,
    AZURE_BUDGET,
    BLOB_SERVICE,
    BUCKET_ENCRYPTION,
    BUCKET_LIFECYCLE,
    BUCKET_LOCK,
    BUCKET_LOGGING,
    BUCKET_OWNERSHIP,
    BUCKET_POLICY,
    BUCKET_PUBLIC_ACCESS,
    BUCKET_VERSIONING,
    BUDGET,
    DASHBOARD,
    DATA_SET,
    DEFAULT_SECURITY_GROUP,
    DIAGNOSTIC_SETTING,
    EGRESS_RULE,
    FLOW_LOG,
    FUNCTION,
    INGRESS_RULE,
    KEY_POLICY,
    MAPPING,
    METRIC_ALERT,
    OBJECT,
    QUEUE,
    QUEUE_POLICY,
    REFRESH_SCHEDULE,
    ROLE_POLICY,
    ROUTE,
    ROUTE_TABLE,
    SCHEDULE,
    SECRET_POLICY,
    SECRET_ROTATION,
    SECURITY_GROUP_RULE,
    STATE_MACHINE,
    SUBSCRIPTION,
    TABLE_POLICY,
    TOPIC_POLICY,
    TRAIL,
    USAGE_LIMIT,
} from "../types.ts";
import { alarmOn, comparisonOn } from "./alarm-link.ts";

export const encryptionOfBucket: Link = { type: BUCKET_ENCRYPTION, property: "bucket" };
export const lifecycleOfBucket: Link = { type: BUCKET_LIFECYCLE, property: "bucket" };
export const lockOfBucket: Link = { type: BUCKET_LOCK, property: "bucket" };
export const loggingOfBucket: Link = { type: BUCKET_LOGGING, property: "bucket" };
export const loggingIntoBucket: Link = { type: BUCKET_LOGGING, property: "targetBucket" };
export const ownershipOfBucket: Link = { type: BUCKET_OWNERSHIP, property: "bucket" };
export const policyOfBucket: Link = { type: BUCKET_POLICY, property: "bucket" };
export const publicAccessOfBucket: Link = { type: BUCKET_PUBLIC_ACCESS, property: "bucket" };
export const versioningOfBucket: Link = { type: BUCKET_VERSIONING, property: "bucket" };

export const flowLogOfNetwork: Link = { type: FLOW_LOG, property: "vpcId" };
export const logGroupOfFlowLog: Link = { type: FLOW_LOG, property: "logDestination" };
/** Rules that stand beside the group which they open. */
export const ingressOfGroup: Link = { type: INGRESS_RULE, property: "securityGroupId" };
export const egressOfGroup: Link = { type: EGRESS_RULE, property: "securityGroupId" };
export const eitherOfGroup: Link = { type: SECURITY_GROUP_RULE, property: "securityGroupId" };
export const defaultGroupOfNetwork: Link = { type: DEFAULT_SECURITY_GROUP, property: "vpcId" };

export const internetRouteOf: Link = { type: ROUTE, property: "gatewayId" };
export const internetRoutesOf: Link = {
    type: ROUTE_TABLE,
    property: "routes",
    names: (table) =>
        table
            .at("routes")
            .items()
            .map((route) => route.at("gatewayId")),
};

export const usageLimitOf: Link = { type: USAGE_LIMIT, property: "resourceArn" };

export const policyOfKey: Link = { type: KEY_POLICY, property: "keyId" };

export const policyOfSecret: Link = { type: SECRET_POLICY, property: "secretArn" };
export const rotationOfSecret: Link = { type: SECRET_ROTATION, property: "secretId" };
export const policyOfTable: Link = { type: TABLE_POLICY, property: "resourceArn" };

export const bucketOfTrail: Link = { type: TRAIL, property: "s3BucketName" };
/** The buckets whose objects a trail watches, by the ARN before the slash. */
export const recordsOfTrail: Link = {
    type: TRAIL,
    property: "advancedEventSelectors",
    names: (trail) =>
        trail
            .at("advancedEventSelectors")
            .items()
            .flatMap((selector) => selector.at("fieldSelectors").items())
            .filter((field) => field.at("field").text() === "resources.ARN")
            .flatMap((field) => field.at("startsWiths").items())
            .map((start) => new Value(start.path, start.text()?.replace(/\/$/, ""))),
};

export const policyOfQueue: Link = { type: QUEUE_POLICY, property: "queueUrl" };
export const mappingOfSource: Link = { type: MAPPING, property: "eventSourceArn" };
export const mappingToFunction: Link = { type: MAPPING, property: "functionName" };
export const integrationToFunction: Link = { type: API_INTEGRATION, property: "integrationUri" };
export const logGroupOfStage: Link = {
    type: API_STAGE,
    property: "accessLogSettings",
    names: (stage) => [stage.at("accessLogSettings.destinationArn")],
};
export const deadLettersOf: Link = {
    type: QUEUE,
    property: "redrivePolicy",
    names: (queue) => [queue.at("redrivePolicy").json().at("deadLetterTargetArn")],
};

export const policyOfTopic: Link = { type: TOPIC_POLICY, property: "arn" };
export const subscriptionOfTopic: Link = { type: SUBSCRIPTION, property: "topic" };

export const alarmOfQueue = alarmOn("QueueName");
export const alarmOfFunction = alarmOn("FunctionName");
export const alarmOfApi = alarmOn("ApiId");
export const alarmOfApplication = alarmOn("ApplicationId");
export const alarmOfTopic = alarmOn("TopicName");
export const alarmOfTable = comparisonOn("TableName");
export const alarmOfWorkflow = alarmOn("StateMachineArn");
export const alarmOfScheduleGroup = alarmOn("ScheduleGroup");
/** Names a data set by its id, which nothing else is named by. */
export const alarmOfDataSet = alarmOn("DatasetId");
export const scheduleOfDataSet: Link = { type: REFRESH_SCHEDULE, property: "dataSetId" };
export const rowRulesOfDataSet: Link = {
    type: DATA_SET,
    property: "rowLevelPermissionDataSet",
    names: (dataSet) => [dataSet.at("rowLevelPermissionDataSet.arn")],
};
export const actionsOfAlarm: Link = { type: ALARM, property: "alarmActions" };

export const logGroupOfWorkflow: Link = { type: STATE_MACHINE, property: "loggingConfiguration" };
export const groupOfSchedule: Link = { type: SCHEDULE, property: "groupName" };

export const roleOfFunction: Link = { type: FUNCTION, property: "role" };
export const policyOfRole: Link = { type: ROLE_POLICY, property: "role" };
export const logGroupOfFunction: Link = {
    type: FUNCTION,
    property: "loggingConfig",
    names: (fn) => [fn.at("loggingConfig.logGroup")],
};

export const logGroupOfApplication: Link = {
    type: APPLICATION,
    property: "monitoringConfiguration",
    names: (application) => [application.at("monitoringConfiguration.cloudwatchLoggingConfiguration.logGroupName")],
};
export const bucketOfObject: Link = { type: OBJECT, property: "bucket" };

export const shownOnDashboard: Link = {
    type: DASHBOARD,
    property: "dashboardBody",
    // A metric is a list: namespace, name, then dimensions and their values by turns, and how to show it.
    names: (dashboard) => metricsOf(dashboard).flatMap((metric) => metric.items().slice(2)),
};
export const topicOfBudget: Link = {
    type: BUDGET,
    property: "notifications",
    names: (budget) =>
        budget
            .at("notifications")
            .items()
            .flatMap((notification) => notification.at("subscriberSnsTopicArns").items()),
};

export const blobsOfAccount: Link = { type: BLOB_SERVICE, property: "accountName" };
export const budgetOfGroup: Link = { type: AZURE_BUDGET, property: "scope" };
export const alertOfScope: Link = { type: METRIC_ALERT, property: "scopes" };
export const groupsOfAlert: Link = {
    type: METRIC_ALERT,
    property: "actions",
    names: (alert) =>
        alert
            .at("actions")
            .items()
            .map((action) => action.at("actionGroupId")),
};
export const diagnosticsOf: Link = {
    type: DIAGNOSTIC_SETTING,
    property: "resourceUri",
    // A service of a storage account logs for the account.
    names: (setting) => [setting.at("resourceUri").before("/blobServices/")],
};

function metricsOf(dashboard: Resource): Value[] {
    const widgets = dashboard.at("dashboardBody").json().at("widgets").items();
    return widgets.flatMap((widget) => widget.at("properties.metrics").items());
}
