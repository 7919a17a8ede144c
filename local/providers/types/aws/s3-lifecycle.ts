import { isObject, type Properties } from "../../../store/value.ts";
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
    each("rules[*]", (rule) => ruleFault(rule as Properties)),
    each("rules", (rules) => {
        const ids = Array.isArray(rules) ? rules.map((rule) => String((rule as Properties).id)) : [];
        const twice = ids.find((id, index) => ids.indexOf(id) !== index);
        return twice === undefined ? undefined : `must have different ids, and two are ${twice}`;
    }),
    each("rules[*]", (rule) =>
        ACTIONS.some((action) => (rule as Properties)[action] !== undefined)
            ? undefined
            : `must have at least one action: ${ACTIONS.join(", ")}`,
    ),
];

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html and its list of conflicts */
function ruleFault({ expiration, transitions, filter, ...rule }: Properties): string | undefined {
    const end = isObject(expiration) ? expiration : {};
    if (end.expiredObjectDeleteMarker === true && (end.days !== undefined || end.date !== undefined)) {
        return "cannot expire by days and remove empty delete markers at once";
    }
    const last = Math.max(0, ...(Array.isArray(transitions) ? transitions : []).map(daysOf));
    if (end.days !== undefined && last >= Number(end.days)) {
        return `must expire after its transition at ${last} days, got ${end.days}`;
    }
    const byTag = isObject(filter) && (filter.tag !== undefined || (isObject(filter.and) && filter.and.tags));
    if (!byTag) return undefined;
    if (rule.abortIncompleteMultipartUpload !== undefined) return "cannot end unfinished uploads by their tags";
    return end.expiredObjectDeleteMarker === true ? "cannot remove empty delete markers by their tags" : undefined;
}

function daysOf(transition: unknown): number {
    return Number((transition as Properties).days ?? 0);
}
