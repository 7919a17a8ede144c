import type { ActivityStore } from "../adapters/activity.ts";
import { wasStopped } from "../adapters/card-guard.ts";
import { groupedBy } from "../adapters/grouping.ts";
import { inParallel } from "../adapters/in-parallel.ts";
import { type Judged, judge, span } from "./account.ts";
import type { AccountFailures } from "./account-failures.ts";
import type { Carried } from "./batch.ts";

const PARALLEL_READS = 16;

/** Adds the transactions to their accounts' activity, then judges them and those they may change; never before. */
export async function judgeAccounts(
    carried: readonly Carried[],
    activity: ActivityStore,
    threshold: number,
    accounts: AccountFailures,
): Promise<Judged[]> {
    const added = await activity.add(carried.map(({ transaction }) => transaction));
    for (const [index, one] of carried.entries()) {
        const outcome = added[index];
        if (wasStopped(outcome)) accounts.stop(one);
        else accounts.collect([one], outcome === undefined ? [] : [outcome]);
    }
    const present = carried
        .filter((one) => !accounts.failed(one) && !accounts.stopped(one))
        .map(({ transaction }) => transaction);
    const byAccount = [...groupedBy(present, ({ accountId }) => accountId)];
    const histories = await inParallel(byAccount, PARALLEL_READS, async ([accountId, own]) => {
        const { from, to } = span(own);
        const history = await activity.read(accountId, from, to);
        const judged = judge(history, new Set(own.map(({ id }) => id)), threshold);
        const found = judged.filter((one) => one.own).length;
        if (found !== own.length) throw new Error("the activity does not show what was just added to it");
        return judged;
    });
    return byAccount.flatMap(([, own], index) => {
        const outcome = histories[index];
        if (outcome?.status === "fulfilled") return outcome.value;
        accounts.collect(
            own.map((transaction) => ({ transaction })),
            own.map(() => ({ status: "rejected", reason: outcome?.reason })),
        );
        return [];
    });
}
