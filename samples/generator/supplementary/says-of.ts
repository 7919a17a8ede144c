import type { SupplementarySet } from "../../../contract/files/supplementary.ts";
import type { Supplement } from "../../../contract/supplement.ts";
import type { Transaction } from "../../../contract/transaction/transaction.ts";
import type { Held, Standing } from "../../../functions/score/supplementary/held-sets.ts";
import { supplementOf } from "../../../functions/score/supplementary/supplement-of.ts";
import { indexOf } from "../../../functions/score/supplementary/whole-set.ts";
import type { Sets } from "./known-of.ts";

const NOW = new Date(0).toISOString();
const ALWAYS = { staleHours: 1, keptDays: 2 };

/** What these sets say of a transaction, as `score` would have it once they were brought. */
export function saysOf(sets: Sets): (transaction: Transaction) => Supplement {
    const standings = new Map<SupplementarySet, Standing>();
    for (const [name, rows] of Object.entries(sets)) {
        const set = name as SupplementarySet;
        const whole = { run: "the-run", rows: rows.length, manifestSha256: "", completedAt: NOW };
        const held: Held = { whole, index: indexOf(set, rows) };
        standings.set(set, { held, unreadable: false });
    }
    return (transaction) => supplementOf(transaction, standings, 0, ALWAYS);
}
