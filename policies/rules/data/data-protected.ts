import { inProduction } from "../../checks/held-to/production.ts";
import {
    BLOB_CONTAINER,
    BUCKET,
    KEY,
    MODEL_GROUP,
    NAMESPACE,
    QUEUE,
    RESOURCE_GROUP,
    STORAGE_ACCOUNT,
    TABLE,
} from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const dataProtected: ResourceRule = {
    name: "data-protected",
    scope: "resource",
    why: "A renamed resource or a wrong destroy must not take transactions or the keys to them along.",
    severity: "high",
    controls: ["nist:CP-9", "sox:404-operations-3", "iso:A.5.33", "iso:A.8.13"],
    fix: "Set the resource option protect in production",
    types: [BLOB_CONTAINER, BUCKET, KEY, MODEL_GROUP, NAMESPACE, QUEUE, RESOURCE_GROUP, STORAGE_ACCOUNT, TABLE],
    check(resource, judge) {
        if (!inProduction(resource)) return;
        judge(resource.at("protect"), () => (resource.protect ? undefined : "is not set in production"));
    },
};
