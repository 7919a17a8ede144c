import type { FileFinding, RowReason } from "../../../contract/reasons.ts";
import type { Field, Transaction } from "../../../contract/transaction/transaction.ts";

export interface Refusal {
    ok: false;
    reason: RowReason;
    detail: string;
    field?: Field;
}

export type Outcome = { ok: true; transaction: Transaction; tokenised: boolean } | Refusal;

/** A keyed one-way pseudonym for a card number's digits. */
export type TokenOf = (digits: string) => string;

/** One data row of a file, not yet judged: a resumed file skips the rows it has sent without paying for them. */
export interface Row {
    /** Where people find it: "line 12", "transaction 3 of message X". */
    readonly place: string;
    interpret(tokenOf: TokenOf): Outcome;
    /** What arrived, safe to keep: no card number, bounded length. */
    content(): string;
}

/** Something about the file that does not fit, although its rows stand. */
export interface Finding {
    kind: FileFinding;
    detail: string;
}

/** Reads one file. Rows come some at a time; a `FileFault` ends them. */
export interface Reader {
    rows(): AsyncGenerator<readonly Row[]>;
    /** Complete once `rows` has ended. */
    findings(): readonly Finding[];
}
