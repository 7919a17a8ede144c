import type { Transaction } from "../../contract/transaction/transaction.ts";
import type { Delivery } from "./delivery.ts";
import type { Refusal } from "./refusal.ts";

/** A valid message on its way through the ledger. */
export interface Candidate {
    delivery: Delivery;
    transaction: Transaction;
    /** Its canonical JSON. */
    text: string;
    contentHash: string;
}

export interface Refused {
    delivery: Delivery;
    refusal: Refusal;
}
