import type { Random } from "./random.ts";
import type { Payment } from "./transaction.ts";

/** Which source tells the platform of each payment. */
export interface Routes {
    cardNetwork: Payment[];
    coreBanking: Payment[];
    iso20022: Payment[];
    live: Payment[];
}

/** A card keeps to one source, because the platform and a live producer tokenise it differently; accounts do not. */
export function routes(random: Random, payments: readonly Payment[]): Routes {
    const sorted: Routes = { cardNetwork: [], coreBanking: [], iso20022: [], live: [] };
    const liveCards = new Map<string, boolean>();
    let wagesBy: string | undefined;
    for (const payment of payments) {
        if (payment.cardNumber !== undefined) {
            const isLive = liveCards.get(payment.cardNumber) ?? random.chance(0.11);
            liveCards.set(payment.cardNumber, isLive);
            (isLive ? sorted.live : sorted.cardNetwork).push(payment);
        } else if (payment.lookAlike === "payroll") {
            wagesBy ??= payment.accountId;
            (payment.accountId === wagesBy ? sorted.iso20022 : sorted.coreBanking).push(payment);
        } else {
            sorted[transferRoute(random, payment)].push(payment);
        }
    }
    return sorted;
}

function transferRoute(random: Random, { channel }: Payment): "coreBanking" | "iso20022" | "live" {
    if (channel === "ach" || channel === "cash") return random.chance(0.08) ? "live" : "coreBanking";
    const choices = [
        ["iso20022", 50],
        ["coreBanking", 34],
        ["live", 16],
    ] as const;
    return random.weighted(choices);
}
