import { checkTransaction } from "../../contract/transaction/check.ts";
import { canonicalJson, contentHash, type Transaction } from "../../contract/transaction/transaction.ts";
import type { LedgerRow } from "../adapters/ledger-row.ts";

/** One message as it came. */
export interface Delivery {
    messageId: string;
    body: string;
    /** Which delivery of its transaction it is. */
    origin: string;
    /** The texts of its attributes, with which it would be put back. */
    attributes: readonly string[];
    /** Since when the rules' finding waits for the model's, where this message asks for that. */
    rescore?: string;
}

/** The message is nothing that `screen` sends: it goes to the dead letters. */
export class ForeignMessageError extends Error {
    override readonly name = "ForeignMessageError";
}

/** A transaction of the batch with the messages that carry it, usually one. */
export interface Carried {
    transaction: Transaction;
    messageIds: string[];
    /** Since when it is to be judged again, though it was scored. */
    rescore?: string;
}

/** The transactions of a batch by id. What cannot be read fails at once. */
export function readBatch(deliveries: readonly Delivery[], failures: Map<string, unknown>): Map<string, Carried> {
    const batch = new Map<string, Carried>();
    for (const { messageId, body, rescore } of deliveries) {
        const transaction = read(body);
        if (transaction === undefined) {
            failures.set(messageId, new ForeignMessageError("the message is not a canonical transaction"));
            continue;
        }
        const carried = batch.get(transaction.id);
        const again = earliest(rescore, carried?.rescore);
        const messageIds = [...(carried?.messageIds ?? []), messageId];
        batch.set(transaction.id, { transaction, messageIds, ...(again !== undefined && { rescore: again }) });
    }
    return batch;
}

function earliest(one: string | undefined, other: string | undefined): string | undefined {
    return one === undefined || (other !== undefined && other < one) ? other : one;
}

function read(body: string): Transaction | undefined {
    try {
        const checked = checkTransaction(JSON.parse(body));
        return checked.ok ? checked.transaction : undefined;
    } catch {
        return undefined;
    }
}

/**
 * Splits by what the ledger says: still to be scored, scored but to be judged `again`, or done by an earlier delivery.
 * What it does not know fails.
 */
export function sortOut(
    batch: ReadonlyMap<string, Carried>,
    rows: ReadonlyMap<string, LedgerRow>,
    failures: Map<string, unknown>,
): { open: Carried[]; again: Carried[]; done: Carried[] } {
    const open: Carried[] = [];
    const again: Carried[] = [];
    const done: Carried[] = [];
    for (const [id, carried] of batch) {
        const row = rows.get(id);
        if (row === undefined || row.contentHash !== contentHash(canonicalJson(carried.transaction))) {
            const error = new ForeignMessageError(`the ledger has no claim on this content of ${id}`);
            for (const messageId of carried.messageIds) failures.set(messageId, error);
        } else if (row.state !== "scored") open.push(carried);
        else (carried.rescore === undefined ? done : again).push(carried);
    }
    return { open, again, done };
}
