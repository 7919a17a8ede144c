import { MAPPING } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const lambdaPartialFailures: ResourceRule = {
    name: "lambda-partial-failures",
    scope: "resource",
    why: "One bad message must not send the rest of its batch around again, and in the end to the dead letters.",
    severity: "medium",
    controls: ["nist:SI-11", "sox:404-operations-1"],
    fix: 'Set functionResponseTypes to ["ReportBatchItemFailures"]',
    types: [MAPPING],
    check(mapping, judge) {
        judge(mapping.at("functionResponseTypes"), (types) =>
            types.texts().includes("ReportBatchItemFailures")
                ? undefined
                : "does not report single failures of a batch",
        );
    },
};
