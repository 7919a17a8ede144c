import type { ScoreReason, Standing, Verdict } from "../../contract/scoring.ts";
import type { Supplement } from "../../contract/supplement.ts";

/**
 * How far a transaction has come. A state never moves backwards: it ends as `scored`, or as `quarantined` where a guard
 * stopped it behind its claim, and then another delivery may claim the id anew. Earlier versions wrote `forwarded` in
 * between, which rows in the ledger still say.
 */
export type State = "claimed" | "forwarded" | "scored" | "quarantined";

/** What `screen` knows when it claims an id. */
export interface Claim {
    id: string;
    source: string;
    contentHash: string;
    /** The delivery that carries the transaction on; every other one is a duplicate or a conflict. */
    origin: string;
    occurredAt: string;
    receivedAt: string;
    claimedAt: string;
}

/** What `score` found. */
export interface Finding {
    score: number;
    verdict: Verdict;
    scoredBy: "rules" | "model";
    reasons: ScoreReason[];
    /** Grows with the history known when it was scored; of two findings the greater revision holds. */
    revision: number;
    /** Absent where no profiles could be read. */
    profile?: Standing;
    /** What Azure's sets said, and which of them could not be relied upon. */
    supplementary?: Supplement;
    /** Object of the records bucket that holds the finding. */
    recordKey: string;
}

/** What an analyst once found a transaction to be. */
export interface DecisionKept {
    decision: "fraud" | "legitimate";
    /** Absent where a row was written by hand, as `decidedBy` is. */
    decidedAt?: string;
    /** As the bank's directory has them. */
    decidedBy?: string;
    note?: string;
}

/** One row of the ledger: the life of one transaction. */
export interface LedgerRow extends Claim, Partial<Finding> {
    state: State;
    /** Its place in the index by hours; rows from before there was one have none. */
    arrival?: string;
    /** Of rows that are, or were, `forwarded`. */
    forwardedAt?: string;
    /** When it was put aside. */
    quarantinedAt?: string;
    /** When it was first scored. */
    scoredAt?: string;
    /** When a late transaction last made it be judged again. */
    lookedAt?: string;
    alertId?: string;
    alertedAt?: string;
    duplicateOrigins?: ReadonlySet<string>;
    conflictOrigins?: ReadonlySet<string>;
    /** The newest of `decisions`; the model learns from it. */
    decision?: DecisionKept["decision"];
    decidedAt?: string;
    decidedBy?: string;
    /** Its day, `YYYY-MM-DD`, by which the index `by-decision` finds it. */
    decidedOn?: string;
    /** All there ever were, the oldest first; only appended to. */
    decisions?: readonly DecisionKept[];
}
