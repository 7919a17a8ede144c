import type { BrokenKind } from "../delivery.ts";
import type { CreditTransfer } from "../formats/pacs008-transaction.ts";

/** Faults of single transactions in messages that are well-formed as a whole. */
export const brokenTransfers: readonly BrokenKind<NonNullable<CreditTransfer["instead"]>>[] = [
    { cause: "a currency that does not exist", reason: "unknown-currency", make: { currency: "XXQ" } },
    { cause: "nothing was moved", reason: "invalid-amount", make: { amount: "0" } },
    {
        cause: "three decimals of a cent currency",
        reason: "invalid-amount",
        make: { amount: "12.345", currency: "EUR" },
    },
    { cause: "a debtor without an account", reason: "missing-field", make: { debtorAccount: null } },
];
