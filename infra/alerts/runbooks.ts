/** The pages in `docs/runbooks`, one for each kind of alarm. */
export const RUNBOOKS = [
    "alerts-undelivered",
    "cost-over-budget",
    "dashboard-broken",
    "dashboard-not-refreshed",
    "dead-letters-received",
    "dead-letters-stuck",
    "endpoint-at-capacity",
    "endpoint-errors",
    "endpoint-exhausted",
    "endpoint-idle",
    "endpoint-slow",
    "exchange-failing",
    "exchange-refused",
    "factory-run-failed",
    "function-errors",
    "function-slow",
    "function-throttled",
    "load-failed",
    "model-drift",
    "model-not-answering",
    "profiles-stale",
    "profiles-unreadable",
    "queue-backlog",
    "queue-oldest",
    "scoring-stale",
    "spice-nearly-full",
    "supplementary-stale",
    "table-errors",
    "table-throttled",
    "trends-at-capacity",
    "trends-failed",
    "warehouse-busy",
    "warehouse-stale",
    "warehouse-usage",
    "worker-attempts-failed",
    "worker-silent",
    "workflow-failed",
    "workflow-late",
    "workflow-missing",
    "workflow-stale",
] as const;

export type Runbook = (typeof RUNBOOKS)[number];

/** What an alarm says to the person it wakes up: what happened, and what to do about it. */
export function describeAlarm(description: string, runbook: Runbook): string {
    return `${description} Runbook: docs/runbooks/${runbook}.md`;
}
