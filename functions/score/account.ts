import { accountFeatures, type Features } from "../../model/account-features.ts";
import { WIDEST_WINDOW } from "../../model/limits.ts";
import type { Finding, LedgerRow, Standing, Verdict } from "../adapters/ledger-row.ts";
import type { Transaction } from "../contract/transaction.ts";
import { assess } from "./assess.ts";

/** A transaction of the batch, or a later one of its account that it may change. */
export interface Judged {
    transaction: Transaction;
    features: Features;
    finding: Omit<Finding, "recordKey">;
    /** Whether it is of the batch. */
    own: boolean;
}

/** The times between which an account's activity decides on the given transactions and on those they may change. */
export function span(transactions: readonly Transaction[]): { from: string; to: string } {
    const times = transactions.map(({ occurredAt }) => Date.parse(occurredAt));
    return { from: time(Math.min(...times) - WIDEST_WINDOW), to: time(Math.max(...times) + WIDEST_WINDOW) };
}

/**
 * Judges the batch's transactions of one account within its history, and the later ones that they lie in the window of:
 * their history has grown.
 */
export function judge(history: readonly Transaction[], ownIds: ReadonlySet<string>, threshold: number): Judged[] {
    const features = accountFeatures(history);
    let lastOwn = Number.NEGATIVE_INFINITY;
    const judged: Judged[] = [];
    for (const [index, transaction] of history.entries()) {
        const at = Date.parse(transaction.occurredAt);
        const own = ownIds.has(transaction.id);
        if (own) lastOwn = at;
        const ownFeatures = features[index];
        if (ownFeatures === undefined || (!own && at - lastOwn > WIDEST_WINDOW)) continue;
        judged.push({
            transaction,
            features: ownFeatures,
            finding: findingOf(transaction, ownFeatures, threshold),
            own,
        });
    }
    return judged;
}

/** What a transaction is found to be, by its history and by what is usual, where that is known. */
export function findingOf(
    transaction: Transaction,
    features: Features,
    threshold: number,
    profile?: Standing,
): Judged["finding"] {
    const { score, reasons } = assess(transaction, features, profile);
    const verdict: Verdict = score >= threshold ? "alert" : "pass";
    // Activity is only ever added, so of two views of one window the one that counts more is the newer.
    return {
        score,
        verdict,
        scoredBy: "rules",
        reasons,
        ...(profile && { profile }),
        revision: 1 + features.earlierInDay,
    };
}

/** Whether a finding says something that the ledger does not know yet. */
export function isNews(finding: Judged["finding"], row: LedgerRow): boolean {
    return JSON.stringify(finding.reasons.map(words)) !== JSON.stringify((row.reasons ?? []).map(words));
}

function words({ code, text, points }: Finding["reasons"][number]): unknown {
    return [code, text, points];
}

function time(ms: number): string {
    return new Date(ms).toISOString();
}
