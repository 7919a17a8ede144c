import type { ScoreReason } from "../../contract/scoring.ts";

/** What a record says of a transaction that is an alert: of the money, nothing of an account. */
export interface Flagged {
    id: string;
    source: string;
    occurredAt: string;
    amountMinor: number;
    currency: string;
    channel: string;
    country: string;
    score: number;
    reasons: readonly ScoreReason[];
}

/** A line of a record object; undefined when its verdict is no alert. */
export function flaggedIn(record: Flagged & { verdict: string }): Flagged | undefined {
    if (record.verdict !== "alert") return undefined;
    const { id, source, occurredAt, amountMinor, currency, channel, country, score, reasons } = record;
    return { id, source, occurredAt, amountMinor, currency, channel, country, score, reasons };
}
