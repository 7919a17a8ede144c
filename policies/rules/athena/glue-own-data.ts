import { CATALOG_DATABASE, CATALOG_TABLE } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const glueOwnData: ResourceRule = {
    name: "glue-own-data",
    scope: "resource",
    why: "A link into another catalog would let a report show what nobody here records or protects.",
    severity: "medium",
    controls: ["nist:AC-4", "iso:A.5.14"],
    fix: "Describe data of the platform's own buckets, without a target or a federation",
    types: [CATALOG_DATABASE, CATALOG_TABLE],
    check(described, judge) {
        for (const path of ["targetDatabase", "targetTable", "federatedDatabase"]) {
            judge(described.at(path), (link) => (link.isAbsent() ? undefined : "leads to another catalog"));
        }
    },
};
