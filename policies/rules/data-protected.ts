import { inProduction } from "../checks/production.ts";
import { keepsRecords } from "../checks/records.ts";
import { BUCKET, KEY, TABLE } from "../checks/types.ts";
import type { ResourceRule } from "../core/rule.ts";

export const dataProtected: ResourceRule = {
    name: "data-protected",
    scope: "resource",
    why: "A renamed resource or a wrong destroy must not take records, the ledger or the keys to them along.",
    severity: "high",
    controls: ["nist:CP-9", "sox:404-operations-3", "iso:A.5.33", "iso:A.8.13"],
    fix: "Set the resource option protect in production",
    types: [BUCKET, KEY, TABLE],
    check(resource, judge) {
        if (!inProduction(resource)) return;
        judge(resource.at("protect"), () => {
            if (resource.type === BUCKET && !keepsRecords(resource)) return undefined;
            return resource.protect ? undefined : "is not set in production";
        });
    },
};
