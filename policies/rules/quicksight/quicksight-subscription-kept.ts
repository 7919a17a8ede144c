import { QUICKSIGHT_SUBSCRIPTION } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const quicksightSubscriptionKept: ResourceRule = {
    name: "quicksight-subscription-kept",
    scope: "resource",
    why: "The subscription is the whole account's: with it go the dashboards and people of every stack.",
    severity: "high",
    controls: ["nist:AC-3", "sox:404-operations-3", "iso:A.5.15", "iso:A.5.17"],
    fix: "Set the resource option protect, edition ENTERPRISE, and a sign-in of the bank's own such as IAM_ONLY",
    types: [QUICKSIGHT_SUBSCRIPTION],
    check(subscription, judge) {
        judge(subscription.at("protect"), () => (subscription.protect ? undefined : "is not set"));
        judge(subscription.at("edition"), (edition) =>
            /^ENTERPRISE/.test(edition.text() ?? "") ? undefined : "has no permissions about rows",
        );
        judge(subscription.at("authenticationMethod"), (method) =>
            ["IAM_ONLY", "IAM_IDENTITY_CENTER", "ACTIVE_DIRECTORY"].includes(method.text() ?? "")
                ? undefined
                : "lets people in by a password that QuickSight keeps",
        );
    },
};
