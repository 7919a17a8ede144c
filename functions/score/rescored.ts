import type { ActivityStore } from "../adapters/activity.ts";
import type { Judged } from "./account.ts";
import { AccountFailures } from "./account-failures.ts";
import type { Carried } from "./batch.ts";
import { judgeAccounts } from "./judge-accounts.ts";

/** While a transaction was judged again, its history grew. */
export class GrownHistoryError extends Error {
    override readonly name = "GrownHistoryError";
}

/**
 * Lets what the model judged again come once more where its history has grown meanwhile. Whoever made it grow may have
 * taken the rules' finding for one that still waits for this very message, and sent none.
 */
export async function failGrown(
    found: readonly Judged[],
    again: readonly Carried[],
    activity: ActivityStore,
    accounts: AccountFailures,
): Promise<void> {
    const judged = new Map(found.map((one) => [one.transaction.id, one]));
    const rescored = again.filter((one) => judged.has(one.transaction.id) && !accounts.failed(one));
    const unread = new AccountFailures();
    // The threshold decides on verdicts, which nobody looks at here.
    const now = await judgeAccounts(rescored, activity, 1, unread);
    const knows = new Map(now.map(({ transaction, features }) => [transaction.id, features.earlierInDay]));
    const outcomes = rescored.map(({ transaction: { id } }): PromiseSettledResult<void> => {
        if (knows.get(id) === judged.get(id)?.features.earlierInDay) return { status: "fulfilled", value: undefined };
        return { status: "rejected", reason: new GrownHistoryError(`the history of ${id} grew while it was judged`) };
    });
    accounts.collect(rescored, outcomes);
}
