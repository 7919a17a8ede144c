import type { SupplementaryRow, SupplementarySet } from "./files/supplementary.ts";

/** Why a set says less than it should. `unreadable`: it was brought, and does not hold what its manifest promises. */
export type Doubt = "missing" | "stale" | "unreadable";

/** What the sets that Azure brought say of a transaction, as they were when it was first judged. */
export interface Supplement {
    rating?: SupplementaryRow<"customer-risk-ratings">["rating"];
    /** The sanctions lists that name the counterparty, in the order of their names. */
    lists?: string[];
    /** The account's holder or the counterparty, whoever is closer to the office. */
    exposed?: SupplementaryRow<"politically-exposed-persons">["standing"];
    device?: SupplementaryRow<"device-reputation">["reputation"];
    /** The run that brought each set which was asked. */
    runs: { [set in SupplementarySet]?: string };
    /** Each set that should have been asked and was not there, or was too old; absent without any. */
    doubts?: { set: SupplementarySet; doubt: Doubt }[];
}
