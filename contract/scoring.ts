export type Verdict = "pass" | "alert";

/** Why a transaction has its score. */
export interface ScoreReason {
    code: string;
    /** Plain words for a compliance officer. */
    text: string;
    points: number;
}

/** How a transaction compares with what is usual for its account and for accounts like it. */
export interface Standing {
    /** The generation of profiles that says so. */
    generation: string;
    /** Its amount in multiples of the 99th percentile of the account's own on its channel, in tenths. */
    timesUsual?: number;
    /** The same of the account's peer group. */
    timesPeers?: number;
}
