import type { Reason } from "../../../../contract/reasons.ts";
import type { Transaction } from "../../../../contract/transaction/transaction.ts";

/** What was put in: a live message, a row of a file, a file's own fault, or what nobody can process. */
export interface Given {
    /** The delivery's name, under which it has to be found again. */
    origin: string;
    /** What it says, where it says something sound. */
    transaction?: Transaction;
    /** Why it must be refused. */
    refused?: Reason;
    /** Whether no function can do anything with it, so that it ends among the dead letters. */
    foreign?: true;
    /** The file that it came in, as its manifest names it. */
    file?: string;
}
