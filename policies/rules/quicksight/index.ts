import type { Rule } from "../../core/rule.ts";
import { quicksightDashboardClosed } from "./quicksight-dashboard-closed.ts";
import { quicksightDashboardWatched } from "./quicksight-dashboard-watched.ts";
import { quicksightRefreshWatched } from "./quicksight-refresh-watched.ts";
import { quicksightRowsRestricted } from "./quicksight-rows-restricted.ts";
import { quicksightSourcePrivate } from "./quicksight-source-private.ts";
import { quicksightSubscriptionKept } from "./quicksight-subscription-kept.ts";

/** Dashboards and what they copy. */
export const quicksightRules: readonly Rule[] = [
    quicksightDashboardClosed,
    quicksightDashboardWatched,
    quicksightRefreshWatched,
    quicksightRowsRestricted,
    quicksightSourcePrivate,
    quicksightSubscriptionKept,
];
