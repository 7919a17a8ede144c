import type { Transaction } from "../../../contract/transaction/transaction.ts";
import { hasIban } from "../accounts.ts";
import { canonical, labelOf } from "../canonical.ts";
import { countryCodes } from "../countries.ts";
import { type Outcome, refused } from "../delivery.ts";
import type { Random } from "../random.ts";
import type { Spares } from "../sources/spares.ts";
import type { Payment } from "../transaction.ts";

/** What every odd file is made with. */
export interface OddWorld {
    random: Random;
    spares: Spares;
    /** The day after which the file was sent, `YYYY-MM-DD`. */
    date: string;
}

/** A payment under the reference of its source, as it must come out. */
export function scoredAs(
    payment: Payment,
    source: "card-network" | "core-banking",
    reference: string,
    instead: Partial<Transaction> = {},
): Outcome {
    const transaction = { ...canonical(payment, source, `${source}:${reference}`), ...instead };
    return { kind: "scored", transaction, label: labelOf(payment) };
}

/** What a row must be refused for by `unpack`. */
export function refusedAs(reason: Parameters<typeof refused>[0]["reason"], cause: string): Outcome {
    return refused({ reason, cause, make: undefined });
}

/** A spare transfer whose account is an IBAN. */
export function ibanTransfer(spares: Spares): Payment {
    const hasOne = ({ accountId }: Payment): boolean =>
        countryCodes.some((code) => accountId.startsWith(code) && hasIban(code));
    let payment = spares.transfer();
    while (!hasOne(payment)) payment = spares.transfer();
    return payment;
}
