import { isDelivery } from "../../checks/held-to/delivery.ts";
import { coversAction } from "../../checks/statements/pattern.ts";
import { allowed, IDENTITY_POLICIES, policiesOf } from "../../checks/statements/policy-document.ts";
import type { ResourceRule } from "../../core/rule.ts";
import type { Value } from "../../core/value.ts";

/** What takes a safeguard, a trace or the data itself away, by what it does. */
const TAMPERING: Readonly<Record<string, readonly string[]>> = {
    "erases traces": [
        "cloudtrail:DeleteTrail",
        "cloudtrail:PutEventSelectors",
        "cloudtrail:StopLogging",
        "cloudtrail:UpdateTrail",
        "ec2:DeleteFlowLogs",
        "logs:DeleteLogGroup",
        "logs:DeleteLogStream",
        "logs:DeleteRetentionPolicy",
        "logs:PutRetentionPolicy",
        "s3:PutBucketLogging",
    ],
    "silences alarms": ["cloudwatch:DeleteAlarms", "cloudwatch:DisableAlarmActions", "sns:Unsubscribe"],
    "sends data elsewhere": [
        "dynamodb:CreateGlobalTable",
        "dynamodb:ExportTableToPointInTime",
        "dynamodb:UpdateTable",
        "logs:CreateExportTask",
        "logs:PutSubscriptionFilter",
        "s3:PutBucketNotification",
        "secretsmanager:ReplicateSecretToRegions",
        "sns:Subscribe",
    ],
    "destroys what keys, buckets and tables keep": [
        "dynamodb:DeleteBackup",
        "dynamodb:DeleteTable",
        "dynamodb:UpdateContinuousBackups",
        "dynamodb:UpdateTimeToLive",
        "kms:DisableKey",
        "kms:ScheduleKeyDeletion",
        "redshift-serverless:DeleteNamespace",
        "redshift-serverless:DeleteSnapshot",
        "s3:DeleteBucket",
        "s3:DeleteBucketPolicy",
        "s3:PutBucketObjectLockConfiguration",
        "s3:PutBucketVersioning",
        "s3:PutEncryptionConfiguration",
        "s3:PutLifecycleConfiguration",
        "s3:PutObjectLegalHold",
        "s3:PutObjectRetention",
        "secretsmanager:DeleteSecret",
        "sqs:DeleteQueue",
        "sqs:PurgeQueue",
    ],
};

export const iamNoTampering: ResourceRule = {
    name: "iam-no-tampering",
    scope: "resource",
    why: "Who takes the data could also take away its log, its lock or its key, so that nobody sees it or gets it back.",
    severity: "critical",
    controls: ["pci:10.3.2", "nist:AU-9", "nist:AC-6", "sox:404-operations-3", "iso:A.8.15"],
    fix: "Leave the right to the pipelines that deploy; for grants of a key require Bool kms:GrantIsForAWSResource true",
    types: IDENTITY_POLICIES,
    check(resource, judge) {
        if (isDelivery(resource)) return;
        for (const policy of policiesOf(resource)) {
            for (const statement of allowed(policy)) {
                judge(statement.at("Action"), (actions) => {
                    const given = actions.texts();
                    if (given.some((action) => coversAction(action, "kms:CreateGrant")) && !forServices(statement))
                        return "allows kms:CreateGrant, by which it gives a key to anybody";
                    for (const [what, those] of Object.entries(TAMPERING)) {
                        const one = those.find((action) => given.some((each) => coversAction(each, action)));
                        if (one !== undefined) return `allows ${one}, which ${what}`;
                    }
                    return undefined;
                });
            }
        }
    },
};

function forServices(statement: Value): boolean {
    return statement.at("Condition.Bool").named("kms:GrantIsForAWSResource").flag() === true;
}
