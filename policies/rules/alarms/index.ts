import type { Rule } from "../../core/rule.ts";
import { alarmNamesRunbook } from "./alarm-names-runbook.ts";
import { alarmReachesSomeone } from "./alarm-reaches-someone.ts";
import { budgetReachesSomeone } from "./budget-reaches-someone.ts";
import { dashboardComplete } from "./dashboard-complete.ts";
import { platformBudgeted } from "./platform-budgeted.ts";

/** What tells people, and what they see: alarms, budgets, the dashboard. */
export const alarmsRules: readonly Rule[] = [
    alarmNamesRunbook,
    alarmReachesSomeone,
    budgetReachesSomeone,
    dashboardComplete,
    platformBudgeted,
];
