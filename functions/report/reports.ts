/** What is reported, and the saved queries of `analytics/athena` that answer it; each takes `from` and `to`. */
export const REPORTS = {
    /** Accounts to look at, with why. */
    "suspicious-activity": ["suspicious-activity"],
    /** What the law asks to be reported one by one. */
    "threshold-reports": ["threshold-reports"],
    /** What was decided and why, what was refused, what came in, and what could not be handled. */
    "audit-bundle": ["decisions-explained", "refusals", "received-files", "parked-messages"],
} as const satisfies Record<string, readonly string[]>;

export type ReportName = keyof typeof REPORTS;

/** Every query that some report asks, once. */
export const REPORT_QUERIES: readonly string[] = [...new Set(Object.values(REPORTS).flat())];
