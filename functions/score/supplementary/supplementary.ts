import type { Supplement } from "../../../contract/supplement.ts";
import type { Transaction } from "../../../contract/transaction/transaction.ts";
import type { HeldSets } from "./held-sets.ts";
import { type Limits, supplementOf } from "./supplement-of.ts";

/** What Azure adds, as far as it is known. Nothing here ever fails: without a set a transaction is scored without. */
export interface Supplementary {
    /** What the sets say of each transaction, by id. */
    supplements(transactions: readonly Transaction[], now: string): Promise<Map<string, Supplement>>;
}

/** The sets that `receive` made visible. */
export class BroughtSets implements Supplementary {
    readonly #sets: Pick<HeldSets, "at">;
    readonly #limits: Limits;

    constructor(sets: Pick<HeldSets, "at">, limits: Limits) {
        this.#sets = sets;
        this.#limits = limits;
    }

    async supplements(transactions: readonly Transaction[], now: string): Promise<Map<string, Supplement>> {
        const moment = Date.parse(now);
        const standings = await this.#sets.at(moment);
        return new Map(transactions.map((one) => [one.id, supplementOf(one, standings, moment, this.#limits)]));
    }
}
