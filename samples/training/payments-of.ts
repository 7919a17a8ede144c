import type { Payments, World } from "../../model/training/prepare.ts";
import { labelledTransactions } from "../generator/labelled.ts";
import { hash } from "../generator/random.ts";
import { setsOf } from "../generator/supplementary/known-of.ts";
import { saysOf } from "../generator/supplementary/says-of.ts";

/** Of a hundred accounts, those that were scored while no set was there: the model must be good without them too. */
const WITHOUT_SETS = 20;

/** What the generator makes up of a world, its supplementary sets too. */
export function paymentsOf(world: World): Payments {
    const all = [...labelledTransactions(world)];
    const says = saysOf(setsOf(all, world.seed));
    return {
        all,
        saysOf: (transaction) =>
            (hash(`without/${transaction.accountId}`) >>> 0) % 100 < WITHOUT_SETS ? undefined : says(transaction),
    };
}
