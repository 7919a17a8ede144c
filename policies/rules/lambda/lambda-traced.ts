import { FUNCTION } from "../../checks/types.ts";
import type { ResourceRule } from "../../core/rule.ts";

export const lambdaTraced: ResourceRule = {
    name: "lambda-traced",
    scope: "resource",
    why: "Without a trace nobody can show which steps one transaction took.",
    severity: "low",
    controls: ["pci:10.2.1", "nist:AU-12", "iso:A.8.15"],
    fix: "Set tracingConfig.mode to Active",
    types: [FUNCTION],
    check(fn, judge) {
        judge(fn.at("tracingConfig.mode"), (mode) => (mode.text() === "Active" ? undefined : "is not Active"));
    },
};
