import { BUDGET, PLATFORM } from "../../checks/types.ts";
import type { StackRule } from "../../core/rule.ts";

export const platformBudgeted: StackRule = {
    name: "platform-budgeted",
    scope: "stack",
    why: "Without a budget a runaway cost shows on the bill only.",
    severity: "low",
    controls: ["nist:SI-4", "iso:A.8.6"],
    fix: "Add an AWS budget with notifications to the stack",
    types: [PLATFORM],
    check(platform, judge, graph) {
        judge(platform.at("budget"), () => (graph.ofType(BUDGET).length > 0 ? undefined : "does not exist"));
    },
};
