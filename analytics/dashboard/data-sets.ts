/** Types that QuickSight knows. */
export type ColumnType = "DATETIME" | "DECIMAL" | "INTEGER" | "STRING";

export interface DataSetShape {
    /** What QuickSight lists it as. */
    title: string;
    /** The view in the schema `dashboard` of the warehouse. */
    view: string;
    /** The column by which the range of days chosen on the dashboard limits it; the last 24 hours are not limited. */
    time?: string;
    columns: Readonly<Record<string, ColumnType>>;
}

/** Who may see which rows is decided by these two, so every data set has both. */
const SCOPE = { channel: "STRING", country: "STRING" } as const;

/**
 * What the tiles read. No data set names a person, an account or a transaction: each holds counts, sums and times.
 * A test compares the columns with those of the views.
 */
export const DATA_SETS = {
    live: {
        title: "Transactions of the last 24 hours",
        view: "live_transactions",
        columns: {
            ...SCOPE,
            received_at: "DATETIME",
            scored_at: "DATETIME",
            // 1 when the verdict is an alert, else 0; a fraction, because Redshift rounds averages of whole numbers.
            flagged: "DECIMAL",
            delay_seconds: "DECIMAL",
        },
    },
    alerts: {
        title: "Alerts by rule",
        view: "alerts_by_rule",
        time: "day",
        columns: { ...SCOPE, day: "DATETIME", rule: "STRING", alerts: "INTEGER" },
    },
    risk: {
        title: "Amounts at risk",
        view: "amounts_at_risk",
        time: "day",
        columns: {
            ...SCOPE,
            day: "DATETIME",
            currency: "STRING",
            alerts: "INTEGER",
            amount: "DECIMAL",
            euros: "DECIMAL",
        },
    },
    quarantine: {
        title: "Refused rows, messages and files",
        view: "refusals",
        time: "day",
        columns: { ...SCOPE, day: "DATETIME", source: "STRING", reason: "STRING", refusals: "INTEGER" },
    },
    scores: {
        title: "Scores and who gave them",
        view: "scores",
        time: "day",
        columns: {
            ...SCOPE,
            day: "DATETIME",
            scored_by: "STRING",
            band: "STRING",
            transactions: "INTEGER",
            alerts: "INTEGER",
            score_sum: "DECIMAL",
        },
    },
    reports: {
        title: "Regulatory reports",
        view: "report_status",
        time: "started_at",
        columns: {
            ...SCOPE,
            name: "STRING",
            period: "STRING",
            status: "STRING",
            started_at: "DATETIME",
            rows_reported: "INTEGER",
            not_finished: "INTEGER",
        },
    },
} as const satisfies Record<string, DataSetShape>;

export type DataSetName = keyof typeof DATA_SETS;

export const DATA_SET_NAMES = Object.keys(DATA_SETS) as DataSetName[];

export function shapeOf(name: DataSetName): DataSetShape {
    return DATA_SETS[name];
}

/** What is calculated from sums, so that it stays right over any selection: an average of averages would not. */
export const CALCULATED = {
    average_score: { dataSet: "scores", expression: "sum({score_sum}) / sum({transactions})" },
    alert_rate: { dataSet: "scores", expression: "sum({alerts}) / sum({transactions})" },
} as const satisfies Record<string, { dataSet: DataSetName; expression: string }>;

export type CalculatedName = keyof typeof CALCULATED;
