import type { Supplement } from "../../contract/supplement.ts";
import type { Beside } from "../../model/rules/assess.ts";
import type { LedgerRow } from "../adapters/ledger-row.ts";
import { findingOf, type Judged } from "./account.ts";
import type { Compared, Profiles } from "./profiles.ts";
import type { Supplementary } from "./supplementary/supplementary.ts";

interface Comparison extends Omit<Compared, "standings"> {
    judged: Judged[];
    /** What was looked up now. */
    supplements: Map<string, Supplement>;
}

/** What is known beside the account's history. Left out, nothing is. */
export interface Known {
    profiles?: Profiles;
    supplementary?: Supplementary;
}

/**
 * Adds to what was judged by its history how it compares with the usual, and what others know of its parties. A transaction
 * keeps what it was first judged with, whatever counts when a late one makes it be judged again: its verdict must not depend
 * on when that was.
 */
export async function compare(
    judged: readonly Judged[],
    rows: ReadonlyMap<string, LedgerRow>,
    { profiles, supplementary }: Known,
    threshold: number,
    now: string,
): Promise<Comparison> {
    const judgedBefore = ({ transaction }: Judged) => rows.get(transaction.id)?.reasons !== undefined;
    const fresh = judged.filter((one) => !judgedBefore(one)).map(({ transaction }) => transaction);
    const none: Compared = { standings: new Map(), unreadable: 0 };
    const [compared = none, supplements = new Map<string, Supplement>()] = await Promise.all([
        profiles?.standings(fresh, now),
        supplementary?.supplements(fresh, now),
    ]);
    const { standings, ...counts } = compared;
    const withAll = (one: Judged): Judged => {
        const { id } = one.transaction;
        const found: Beside = { profile: standings.get(id), supplementary: supplements.get(id) };
        const beside: Beside = judgedBefore(one) ? (rows.get(id) ?? {}) : found;
        if (beside.profile === undefined && beside.supplementary === undefined) return one;
        return { ...one, finding: findingOf(one.transaction, one.features, threshold, beside) };
    };
    return { ...counts, supplements, judged: judged.map(withAll) };
}
