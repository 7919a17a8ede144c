import type { LedgerRow } from "../adapters/ledger-row.ts";

/**
 * A claim that ended in the quarantine is met by no delivery: the next one claims the id anew.
 * - `forward`: this delivery carries the transaction on.
 * - `done`: it did so already, and the transaction is scored; this is a retry.
 * - `duplicate`: another delivery carries the same transaction.
 * - `conflict`: another delivery carries another transaction under this id.
 */
export type Decision = "forward" | "done" | "duplicate" | "conflict";

/**
 * What to do with a delivery whose claim met the ledger's row, or met none.
 *
 * A duplicate is never forwarded, not even while the row is only `claimed`. The delivery that claimed it is still on its
 * queue, since a message is deleted only after the send succeeded: either its retry forwards the transaction, or it ends
 * among the parked messages, from where it is replayed. So nothing is lost, and each id is carried by one delivery only:
 * it cannot be counted both as parked and as scored.
 */
export function decide(row: LedgerRow | undefined, delivery: { contentHash: string; origin: string }): Decision {
    if (row === undefined) return "forward";
    if (row.contentHash !== delivery.contentHash) return "conflict";
    if (row.origin !== delivery.origin) return "duplicate";
    return row.state === "claimed" ? "forward" : "done";
}
