import type { Exchange } from "../../console/state.ts";
import { SUPPLEMENTARY_SETS } from "../../contract/files/supplementary.ts";
import type { LedgerCounts } from "../start/ledger-reader.ts";
import type { SetsSummary } from "../start/sets.ts";

/** What counts of each set from Azure, those of which nothing came, and what rests on them. No age: the page counts it. */
export function exchangeOf(
    sets: SetsSummary["sets"],
    { withSets, doubtful }: Pick<LedgerCounts, "withSets" | "doubtful">,
): Exchange {
    const brought = Object.entries(sets).map(([set, { rows, run, completedAt }]) => ({ set, rows, run, completedAt }));
    const lacking = Object.keys(SUPPLEMENTARY_SETS).filter((name) => !brought.some(({ set }) => set === name));
    return { sets: brought.sort((a, b) => a.set.localeCompare(b.set)), lacking, withSets, doubtful };
}
