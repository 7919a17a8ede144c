import type { Transaction } from "../../contract/transaction/transaction.ts";
import type { Features } from "../feature-values.ts";

export interface Rule {
    code: string;
    /** Hundredths of the score; the points of all rules that hold are added. */
    points: number;
    /** When it holds, in plain words, for the handbook. */
    text: string;
    /** Must stay true when a feature grows: more history may raise a score, never lower it. */
    holds(transaction: Transaction, features: Features): boolean;
    /** What was seen, in plain words, for whoever asks why this transaction was flagged. */
    says(transaction: Transaction, features: Features): string;
}
