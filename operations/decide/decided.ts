import type { DecisionKept, LedgerRow } from "../../functions/adapters/ledger-row.ts";
import type { Given } from "./given.ts";

/** What came of one decision. */
export interface Decided {
    given: Given;
    /** As it was found. */
    row: LedgerRow;
    outcome: "written" | "stood" | "overtaken" | "failed";
    /** What stood before; after `overtaken`, what somebody else decided meanwhile. */
    before?: DecisionKept;
    /** Why it failed. */
    why?: string;
}
