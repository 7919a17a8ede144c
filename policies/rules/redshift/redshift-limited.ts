import { usageLimitOf } from "../../checks/links/links.ts";
import { WAREHOUSE } from "../../checks/types.ts";
import { parameterOf } from "../../checks/warehouse-parameters.ts";
import type { StackRule } from "../../core/rule.ts";

const LONGEST_SECONDS = 86_400;

export const redshiftLimited: StackRule = {
    name: "redshift-limited",
    scope: "stack",
    why: "One careless query can keep the warehouse from everybody else, and run up the bill of a month in a day.",
    severity: "medium",
    controls: ["nist:SC-5", "iso:A.8.6"],
    fix: "Add a UsageLimit of serverless-compute, and set maxCapacity and the parameter max_query_execution_time",
    types: [WAREHOUSE],
    check(workgroup, judge, graph) {
        judge(workgroup.at("arn"), () => {
            const limits = graph.referrers(workgroup, usageLimitOf);
            const onCompute = limits.filter((limit) => limit.at("usageType").text() === "serverless-compute");
            if (onCompute.length === 0) return "has no usage limit on its compute";
            const heard = onCompute.some((limit) =>
                ["emit-metric", "deactivate"].includes(limit.at("breachAction").text() ?? ""),
            );
            return heard ? undefined : "has a usage limit that nobody hears of";
        });
        judge(workgroup.at("maxCapacity"), (most) => (most.number() === undefined ? "is not set" : undefined));
        judge(workgroup.at("configParameters"), () => {
            const seconds = Number(parameterOf(workgroup, "max_query_execution_time"));
            return seconds > 0 && seconds < LONGEST_SECONDS ? undefined : "does not end queries after a time";
        });
    },
};
