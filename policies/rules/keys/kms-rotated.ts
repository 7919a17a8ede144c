import { KEY } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

/** Days: how often KMS rotates unless told otherwise. */
const YEAR = 365;

export const kmsRotated: ResourceRule = {
    name: "kms-rotated",
    scope: "resource",
    why: "The longer one key encrypts, the more its loss gives away.",
    severity: "medium",
    controls: ["pci:3.7.4", "nist:SC-12", "iso:A.8.24"],
    fix: "Set enableKeyRotation to true, and rotationPeriodInDays to a year or less or not at all",
    types: [KEY],
    check(key, judge) {
        judge(key.at("enableKeyRotation"), (rotation) => {
            // AWS rotates symmetric encryption keys only.
            const usage = key.at("keyUsage").text() ?? "ENCRYPT_DECRYPT";
            const spec = key.at("customerMasterKeySpec").text() ?? "SYMMETRIC_DEFAULT";
            if (usage !== "ENCRYPT_DECRYPT" || spec !== "SYMMETRIC_DEFAULT") return undefined;
            return rotation.flag() === true ? undefined : "is not on";
        });
        judge(key.at("rotationPeriodInDays"), (period) => {
            const days = period.number() ?? YEAR;
            return days > YEAR ? `is ${days} days, more than a year` : undefined;
        });
    },
};
