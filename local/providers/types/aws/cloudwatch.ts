import { each } from "../../checks/check.ts";
import { jsonObject, oneOf, pattern, required } from "../../checks/common.ts";
import type { TypeTable } from "../definition.ts";
import { metricAlarmChecks } from "./cloudwatch-alarm.ts";
import { dashboardFault } from "./cloudwatch-dashboard.ts";
import { arn, globalArn, regional, tagged } from "./common.ts";

/** Days that CloudWatch Logs can keep a group; 0 means for ever. */
const RETENTION_DAYS = [
    0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

export const cloudwatch: TypeTable = {
    "aws:cloudwatch/logGroup:LogGroup": regional(
        tagged({
            name: {
                property: "name",
                prefixProperty: "namePrefix",
                maxLength: 512,
                // https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html
                pattern: /^(?!aws\/)[\w.\-/#]+$/,
                allowed: "letters, digits and _.-/#, without aws/ at its beginning",
            },
            id: (group) => group.physicalName,
            outputs: (group) => ({
                arn: arn(group, "logs", `log-group:${group.physicalName}`),
                logGroupClass: "STANDARD",
                deletionProtectionEnabled: false,
            }),
            defaults: { retentionInDays: 0, skipDestroy: false },
            replaceOn: ["name", "namePrefix", "logGroupClass"],
            checks: [
                oneOf("retentionInDays", RETENTION_DAYS),
                oneOf("logGroupClass", ["STANDARD", "INFREQUENT_ACCESS", "DELIVERY"]),
                pattern("kmsKeyId", /^arn:[\w-]+:kms:/, "the ARN of a key"),
            ],
        }),
    ),
    "aws:cloudwatch/metricAlarm:MetricAlarm": regional(
        tagged({
            name: { property: "name", maxLength: 255, pattern: /^[^\p{Cc}]+$/u, allowed: "printable characters" },
            id: (alarm) => alarm.physicalName,
            outputs: (alarm) => ({
                arn: arn(alarm, "cloudwatch", `alarm:${alarm.physicalName}`),
                evaluateLowSampleCountPercentiles: "",
            }),
            defaults: { actionsEnabled: true, treatMissingData: "missing" },
            replaceOn: ["name"],
            checks: metricAlarmChecks,
        }),
    ),
    "aws:cloudwatch/dashboard:Dashboard": {
        name: {
            property: "dashboardName",
            maxLength: 255,
            pattern: /^[\w-]+$/,
            allowed: "letters, digits, _ and -",
        },
        id: (dashboard) => dashboard.physicalName,
        outputs: (dashboard) => ({
            dashboardArn: globalArn(dashboard, "cloudwatch", `dashboard/${dashboard.physicalName}`),
        }),
        replaceOn: ["dashboardName"],
        checks: [required("dashboardBody"), jsonObject("dashboardBody"), each("dashboardBody", dashboardFault)],
    },
};
