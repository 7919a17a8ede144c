import type { Standing } from "../../contract/scoring.ts";
import type { LedgerRow } from "../adapters/ledger-row.ts";
import { findingOf, type Judged } from "./account.ts";
import type { Compared, Profiles } from "./profiles.ts";

interface Comparison extends Omit<Compared, "standings"> {
    judged: Judged[];
}

/**
 * Adds to what was judged by its history how it compares with the usual. A transaction keeps the standing that it was
 * first judged with, whatever generation is current when a late one makes it be judged again: its verdict must not depend
 * on when that was.
 */
export async function compare(
    judged: readonly Judged[],
    rows: ReadonlyMap<string, LedgerRow>,
    profiles: Profiles | undefined,
    threshold: number,
    now: string,
): Promise<Comparison> {
    const judgedBefore = ({ transaction }: Judged) => rows.get(transaction.id)?.reasons !== undefined;
    const fresh = judged.filter((one) => !judgedBefore(one)).map(({ transaction }) => transaction);
    const none: Compared = { standings: new Map(), unreadable: 0 };
    const { standings, ...counts } = (await profiles?.standings(fresh, now)) ?? none;
    const withStanding = (one: Judged): Judged => {
        const { id } = one.transaction;
        const standing: Standing | undefined = judgedBefore(one) ? rows.get(id)?.profile : standings.get(id);
        if (standing === undefined) return one;
        return { ...one, finding: findingOf(one.transaction, one.features, threshold, standing) };
    };
    return { ...counts, judged: judged.map(withStanding) };
}
