import type { Transaction } from "../../contract/transaction/transaction.ts";
import { containsCardNumber } from "../../contract/values/card-number.ts";

const LEAST_CARD = 10 ** 12;

/** Whether a canonical transaction holds a card number: of its fields only these have room for one. */
export function holdsCardNumber(transaction: Transaction): boolean {
    const { id, source, accountId, counterpartyId, amountMinor, cardToken, deviceId } = transaction;
    return (
        containsCardNumber(id) ||
        containsCardNumber(source) ||
        containsCardNumber(accountId) ||
        containsCardNumber(counterpartyId) ||
        (amountMinor >= LEAST_CARD && containsCardNumber(String(amountMinor))) ||
        (cardToken !== undefined && containsCardNumber(cardToken)) ||
        (deviceId !== undefined && containsCardNumber(deviceId))
    );
}
