/** What the warehouse holds a part of: below what it lies in each bucket. Who writes it names it so. */
export const LOADABLE = {
    /** Verdicts, by `score`. */
    records: "transactions/",
    /** Refused rows, messages and files, by `unpack` and `screen`; masked copies of whole files lie elsewhere. */
    quarantine: "rows/",
    /** What became of each run of `report`; the reports themselves lie elsewhere. */
    reports: "runs/",
} as const;
