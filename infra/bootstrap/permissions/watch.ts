import { type Access, allow, arnIn, of, type Place, unnamed } from "./statement.ts";

/** Alarms, dashboards, logs, the trail and budgets. No line of a log can be read with it, and no trail stopped. */
export function watch(place: Place): Access {
    const alarms = arnIn(place, "cloudwatch", "alarm:*");
    const dashboards = `arn:aws:cloudwatch::${place.accountId}:dashboard/*`;
    const logs = arnIn(place, "logs", "log-group:*");
    const trails = arnIn(place, "cloudtrail", "trail/*");
    const budgets = `arn:aws:budgets::${place.accountId}:budget/*`;
    return {
        read: [
            allow(of("cloudwatch", "DescribeAlarms", "ListTagsForResource"), alarms),
            allow(of("cloudwatch", "GetDashboard"), dashboards),
            unnamed(of("logs", "DescribeLogGroups", "DescribeResourcePolicies")),
            allow(of("logs", "ListTagsForResource"), logs),
            unnamed(of("cloudtrail", "DescribeTrails")),
            allow(
                of("cloudtrail", "GetEventSelectors", "GetInsightSelectors", "GetTrail", "GetTrailStatus", "ListTags"),
                trails,
            ),
            allow(of("budgets", "ListTagsForResource", "ViewBudget"), budgets),
        ],
        write: [
            allow(of("cloudwatch", "DeleteAlarms", "PutMetricAlarm", "TagResource", "UntagResource"), alarms),
            allow(of("cloudwatch", "DeleteDashboards", "PutDashboard"), dashboards),
            allow(
                of(
                    "logs",
                    "AssociateKmsKey",
                    "CreateLogGroup",
                    "DeleteLogGroup",
                    "PutRetentionPolicy",
                    "TagResource",
                    "UntagResource",
                ),
                logs,
            ),
            // For what sends its logs by a delivery: workflows and the API.
            unnamed(
                of(
                    "logs",
                    "CreateLogDelivery",
                    "DeleteLogDelivery",
                    "GetLogDelivery",
                    "ListLogDeliveries",
                    "PutResourcePolicy",
                    "UpdateLogDelivery",
                ),
            ),
            allow(
                of(
                    "cloudtrail",
                    "AddTags",
                    "CreateTrail",
                    "PutEventSelectors",
                    "RemoveTags",
                    "StartLogging",
                    "UpdateTrail",
                ),
                trails,
            ),
            allow(of("budgets", "ModifyBudget", "TagResource", "UntagResource"), budgets),
        ],
    };
}
