import type { Properties } from "../../../store/value.ts";
import { type Check, each } from "../../checks/check.ts";
import { longest, mostItems, oneOf, range, required } from "../../checks/common.ts";

const STORAGE_CLASSES = ["GLACIER", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "DEEP_ARCHIVE", "GLACIER_IR"];
/** S3 keeps an object this long before it moves to infrequent access. */
const INFREQUENT_ACCESS_DAYS = 30;

const ACTIONS = [
    "abortIncompleteMultipartUpload",
    "expiration",
    "noncurrentVersionExpiration",
    "noncurrentVersionTransitions",
    "transitions",
];

export const lifecycleChecks: readonly Check[] = [
    required("rules", "rules[*].id", "rules[*].status"),
    mostItems("rules", 1000),
    longest("rules[*].id", 255),
    oneOf("rules[*].status", ["Enabled", "Disabled"]),
    range("rules[*].expiration.days", 1, 2_147_483_647, "days"),
    range("rules[*].noncurrentVersionExpiration.noncurrentDays", 1, 2_147_483_647, "days"),
    range("rules[*].noncurrentVersionExpiration.newerNoncurrentVersions", 1, 100),
    range("rules[*].abortIncompleteMultipartUpload.daysAfterInitiation", 1, 2_147_483_647, "days"),
    required("rules[*].transitions[*].storageClass"),
    oneOf("rules[*].transitions[*].storageClass", STORAGE_CLASSES),
    oneOf("rules[*].noncurrentVersionTransitions[*].storageClass", STORAGE_CLASSES),
    each("rules[*].transitions[*]", (transition) => {
        const { days, storageClass } = transition as Properties;
        const infrequent = storageClass === "STANDARD_IA" || storageClass === "ONEZONE_IA";
        if (!infrequent || typeof days !== "number" || days >= INFREQUENT_ACCESS_DAYS) return undefined;
        return `must wait at least ${INFREQUENT_ACCESS_DAYS} days before ${storageClass}, got ${days}`;
    }),
    each("rules[*]", (rule) =>
        ACTIONS.some((action) => (rule as Properties)[action] !== undefined)
            ? undefined
            : `must have at least one action: ${ACTIONS.join(", ")}`,
    ),
];
