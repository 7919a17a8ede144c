import type { Transaction } from "../contract/transaction/transaction.ts";
import { sortKey } from "./account-features.ts";

/** The history of each account, sorted and without repeats. */
export function byAccount(transactions: Iterable<Transaction>): Map<string, Transaction[]> {
    const distinct = new Map<string, Transaction>();
    for (const transaction of transactions) {
        if (!distinct.has(transaction.id)) distinct.set(transaction.id, transaction);
    }
    const keyed = [...distinct.values()].map((transaction) => ({ transaction, key: sortKey(transaction) }));
    keyed.sort((one, other) => (one.key < other.key ? -1 : 1));
    const histories = new Map<string, Transaction[]>();
    for (const { transaction } of keyed) {
        const history = histories.get(transaction.accountId);
        if (history === undefined) histories.set(transaction.accountId, [transaction]);
        else history.push(transaction);
    }
    return histories;
}
