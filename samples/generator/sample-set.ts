import type { Transaction } from "../../contract/transaction/transaction.ts";
import { strayCardNumber } from "./broken/messages.ts";
import { day } from "./calendar.ts";
import type { Delivery, Outcome } from "./delivery.ts";
import { oddCardNumbers, oddFiles } from "./odd/odd-files.ts";
import { Random } from "./random.ts";
import { routes } from "./routes.ts";
import { cardNetworkFiles } from "./sources/card-network.ts";
import { bookedTransaction, coreBankingFiles } from "./sources/core-banking.ts";
import { iso20022Files } from "./sources/iso20022.ts";
import { liveMessages } from "./sources/live.ts";
import { spares } from "./sources/spares.ts";
import { story } from "./story.ts";
import type { Label, Payment } from "./transaction.ts";

export interface SampleOptions {
    seed: number;
    /** How many distinct transactions are to be scored, exactly. */
    transactions: number;
    /** Midnight UTC of the first day of the fortnight. */
    start: number;
}

/** What the committed samples are made with. */
export const defaults: SampleOptions = { seed: 8, transactions: 3600, start: Date.UTC(2026, 8, 28) };

/** The fewest that leave every kind of file something to say. */
export const fewestTransactions = 600;

export interface SampleSet {
    deliveries: readonly Delivery[];
    /** Every distinct transaction, in order of time, and what the generator knows of it. */
    scored: readonly { transaction: Transaction; label: Label }[];
    /** Every card number that files or messages hold; none may be found beyond the landing bucket. */
    cardNumbers: readonly string[];
}

/** Disputed payments: they come with the conflicts, from accounts of their own. */
const disputes = 3;

/** All deliveries of a fortnight: files for the landing bucket, and live messages. */
export function sampleSet({ seed, transactions, start }: SampleOptions): SampleSet {
    const random = new Random(seed);
    const others = spares(random.fork("spares"), start);
    const weekEnds = [isoDate(start + 6 * day), isoDate(start + 13 * day)] as const;
    const ofOdd = spares(random.fork("odd spares"), start, 1400);
    const odd = oddFiles({ random: random.fork("odd"), spares: ofOdd, date: weekEnds[1] });
    const told = story({ seed, payments: transactions - disputes, start });
    const by = routes(random.fork("routes"), withRoomFor(scoredOf(odd).length, told));
    const middle = start + 7 * day;
    const core = coreBankingFiles(random.fork("core-banking"), by.coreBanking, others, weekEnds, middle);
    const booked = core.booked.slice(30, 36).map(bookedTransaction);
    const deliveries = [
        ...cardNetworkFiles(random.fork("card-network"), by.cardNetwork, others, weekEnds, middle),
        ...core.files,
        ...iso20022Files(random.fork("iso20022"), by.iso20022, others, weekEnds, start),
        ...odd,
        liveMessages(random.fork("live"), by.live, others, booked, `live/messages-${weekEnds[1]}.ndjson`),
    ];
    const inFiles = [...by.cardNetwork, ...others.used, ...ofOdd.used].flatMap(({ cardNumber }) => cardNumber ?? []);
    const cardNumbers = [...new Set([...inFiles, strayCardNumber, ...oddCardNumbers])].sort();
    return { deliveries, scored: scoredOf(deliveries), cardNumbers };
}

/** The payments without the last ones that belong to no story: as many as others are to be scored in their place. */
function withRoomFor(count: number, payments: readonly Payment[]): Payment[] {
    const isPlain = ({ pattern, lookAlike, episode }: Payment): boolean =>
        pattern === "legitimate" && lookAlike === undefined && episode === undefined;
    const left = new Set(payments.filter(isPlain).slice(-count));
    return payments.filter((payment) => !left.has(payment));
}

const isoDate = (at: number): string => new Date(at).toISOString().slice(0, 10);

function scoredOf(deliveries: readonly Delivery[]): Extract<Outcome, { kind: "scored" }>[] {
    const key = ({ transaction }: { transaction: Transaction }): string =>
        `${transaction.occurredAt}#${transaction.id}`;
    return deliveries
        .flatMap(({ outcomes }) => outcomes)
        .filter((outcome) => outcome.kind === "scored")
        .sort((one, other) => (key(one) < key(other) ? -1 : 1));
}
