import { inProduction } from "../../checks/held-to/production.ts";
import { BUCKET } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const s3NotEmptied: ResourceRule = {
    name: "s3-not-emptied",
    scope: "resource",
    why: "With forceDestroy one wrong destroy deletes every object of a production bucket.",
    severity: "high",
    controls: ["nist:CP-9", "sox:802-records", "iso:A.5.33"],
    fix: "Remove forceDestroy in production",
    types: [BUCKET],
    check(bucket, judge) {
        if (!inProduction(bucket)) return;
        judge(bucket.at("forceDestroy"), (force) => (force.flag() === true ? "is on in production" : undefined));
    },
};
