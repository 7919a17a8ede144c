import type { Random } from "../random.ts";
import { story } from "../story.ts";
import type { Payment } from "../transaction.ts";

/** Ordinary payments of accounts that appear nowhere else: what happens to them touches no other score. */
export interface Spares {
    card(): Payment;
    transfer(): Payment;
    /** Those handed out so far. */
    readonly used: readonly Payment[];
}

export function spares(random: Random, start: number, payments = 2200): Spares {
    const ordinary = story({ seed: random.seed, payments, start, fraudShare: 0, lookAlikeShare: 0 });
    const transfers = firstOfEachAccount(ordinary.filter(({ channel }) => channel === "wire" || channel === "instant"));
    const payers = new Set(transfers.slice(0, 50).map(({ accountId }) => accountId));
    const cards = firstOfEachAccount(ordinary.filter((one) => one.channel === "card" && !payers.has(one.accountId)));
    const used: Payment[] = [];
    const handOut = (payments: Payment[]) => (): Payment => {
        const payment = payments.shift();
        if (payment === undefined) throw new Error("the spare payments are used up: make more of them in spares.ts");
        used.push(payment);
        return payment;
    };
    return { card: handOut(cards), transfer: handOut(transfers), used };
}

function firstOfEachAccount(payments: readonly Payment[]): Payment[] {
    return [...new Map(payments.map((payment) => [payment.accountId, payment])).values()];
}
