import type { Transaction } from "../../../../contract/transaction/transaction.ts";
import type { Chance } from "../stage/chance.ts";
import type { Given } from "./given.ts";
import { ROWS } from "./poison.ts";

/** A line of a file, and what must become of it. */
export interface Line {
    text: string;
    given: Omit<Given, "origin" | "file">;
}

export function sound(payment: Transaction): Line {
    return { text: JSON.stringify(rowOf(payment)), given: { transaction: payment } };
}

export function unsound(payment: () => Transaction, chance: Chance): Line {
    const { reason, text } = chance.one(ROWS);
    return { text: text(rowOf(payment())), given: { refused: reason } };
}

/** As the core banking system writes it. */
function rowOf({
    id,
    source,
    accountId,
    counterpartyId,
    amountMinor,
    currency,
    occurredAt,
    channel,
    country,
}: Transaction) {
    return {
        reference: id.slice(source.length + 1),
        ...{ accountId, counterpartyAccount: counterpartyId },
        amount: (amountMinor / 100).toFixed(2),
        ...{ currency, bookedAt: occurredAt, channel, country },
    };
}
