import type { Verdict } from "../../contract/scoring.ts";
import type { Transaction } from "../../contract/transaction/transaction.ts";
import { accountFeatures } from "../../model/account-features.ts";
import type { Features } from "../../model/feature-values.ts";
import { WIDEST_WINDOW } from "../../model/limits.ts";
import { assess, type Beside } from "../../model/rules/assess.ts";
import type { Finding, LedgerRow } from "../adapters/ledger-row.ts";
import { revisionOf } from "./model-score.ts";

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

/** What the rules find a transaction to be, by its history, and by what is usual and what others know, where that is known. */
export function findingOf(
    transaction: Transaction,
    features: Features,
    threshold: number,
    beside: Beside = {},
): Judged["finding"] {
    const { profile, supplementary } = beside;
    const { score, reasons } = assess(transaction, features, beside);
    const verdict: Verdict = score >= threshold ? "alert" : "pass";
    return {
        score,
        verdict,
        scoredBy: "rules",
        reasons,
        ...(profile && { profile }),
        ...(supplementary && { supplementary }),
        revision: revisionOf(features, "rules"),
    };
}

/**
 * Whether a finding says something that the ledger does not know yet. What was not judged so far will be, by those who
 * know less of its history: they find no more than a score of 0 if this does.
 */
export function isNews(finding: Judged["finding"], row: LedgerRow): boolean {
    if (isOutdated(finding, row)) return false;
    const { score = 0, verdict = "pass", reasons = [], scoredBy = finding.scoredBy } = row;
    return said(finding) !== said({ score, verdict, reasons, scoredBy });
}

/** Whether the ledger has a finding that saw as much or more, or comes from a better judge. */
export function isOutdated({ revision }: Judged["finding"], row: LedgerRow): boolean {
    return row.revision !== undefined && row.revision >= revision;
}

function said({ score, verdict, scoredBy, reasons }: Omit<Judged["finding"], "revision">): string {
    const words = reasons.map(({ code, text, points }) => [code, text, points]);
    return JSON.stringify([score, verdict, scoredBy, words]);
}

function time(ms: number): string {
    return new Date(ms).toISOString();
}
