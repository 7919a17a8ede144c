import { accountFeatures, type Features, sortKey } from "../../model/account-features.ts";
import { groupedBy } from "../adapters/grouping.ts";
import type { Transaction } from "../contract/transaction.ts";
import { type Assessment, assess } from "./assess.ts";

export interface Scored extends Assessment {
    transaction: Transaction;
    features: Features;
}

/**
 * Scores transactions as if all of them were known from the start. The live path, which sees them in any order and in
 * pieces, must end with the same scores.
 */
export function scoreAll(transactions: Iterable<Transaction>): Map<string, Scored> {
    const scored = new Map<string, Scored>();
    for (const history of byAccount(transactions).values()) {
        const features = accountFeatures(history);
        for (const [index, transaction] of history.entries()) {
            const own = features[index];
            if (own === undefined) continue;
            scored.set(transaction.id, { transaction, features: own, ...assess(transaction, own) });
        }
    }
    return scored;
}

/** The transactions whose score reaches the threshold, by id. Of several with one id, the first given counts. */
export function alertsOf(transactions: Iterable<Transaction>, threshold: number): Map<string, Assessment> {
    const alerts = new Map<string, Assessment>();
    for (const [id, { score, reasons }] of scoreAll(transactions)) {
        if (score >= threshold) alerts.set(id, { score, reasons });
    }
    return alerts;
}

/** The history of each account, sorted and without repeats. */
export function byAccount(transactions: Iterable<Transaction>): Map<string, Transaction[]> {
    const distinct = new Map<string, Transaction>();
    for (const transaction of transactions) {
        if (!distinct.has(transaction.id)) distinct.set(transaction.id, transaction);
    }
    const keyed = [...distinct.values()].map((transaction) => ({ transaction, key: sortKey(transaction) }));
    keyed.sort((one, other) => (one.key < other.key ? -1 : 1));
    return groupedBy(
        keyed.map(({ transaction }) => transaction),
        ({ accountId }) => accountId,
    );
}
