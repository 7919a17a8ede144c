import type { Reason } from "../../../../contract/reasons.ts";
import { canonicalJson, type Transaction } from "../../../../contract/transaction/transaction.ts";

interface Poison {
    reason: Reason;
    text(payment: Transaction): string;
}

const changed = (payment: Transaction, changes: object) => JSON.stringify({ ...payment, ...changes });
const HOUR = 3_600_000;

/** Live messages that `screen` must refuse. */
export const MESSAGES: readonly Poison[] = [
    { reason: "invalid-message", text: (payment) => canonicalJson(payment).slice(0, -7) },
    { reason: "invalid-message", text: (payment) => changed(payment, { amount: 1 }) },
    { reason: "missing-field", text: (payment) => changed(payment, { counterpartyId: "" }) },
    { reason: "unknown-currency", text: (payment) => changed(payment, { currency: "XXQ" }) },
    { reason: "invalid-amount", text: (payment) => changed(payment, { amountMinor: -5 }) },
    { reason: "same-party", text: (payment) => changed(payment, { counterpartyId: payment.accountId }) },
    { reason: "contains-card-number", text: (payment) => changed(payment, { counterpartyId: "4111111111111111" }) },
    {
        reason: "in-the-future",
        text: (payment) =>
            changed(payment, { occurredAt: new Date(Date.parse(payment.occurredAt) + 24 * HOUR).toISOString() }),
    },
];

/** Rows of a file that `unpack` must refuse; `row` writes a sound one. */
export const ROWS: readonly { reason: Reason; text(row: object): string }[] = [
    { reason: "malformed-row", text: (row) => JSON.stringify(row).slice(0, -5) },
    { reason: "missing-field", text: (row) => JSON.stringify({ ...row, accountId: "" }) },
    { reason: "unknown-currency", text: (row) => JSON.stringify({ ...row, currency: "QQQ" }) },
    { reason: "invalid-amount", text: (row) => JSON.stringify({ ...row, amount: "1.2.3" }) },
];
