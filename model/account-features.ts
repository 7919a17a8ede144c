import type { Transaction } from "../contract/transaction/transaction.ts";
import {
    countWithin,
    deviceCounter,
    distinctWithin,
    type Moment,
    nearLimitCounter,
    payeeCounter,
    smallPaymentCounter,
    sumWithin,
    travelMeter,
} from "./counters.ts";
import { euroCents } from "./euros.ts";
import { HOUR, MINUTE, WIDEST_WINDOW } from "./limits.ts";

/**
 * What the rules and the model know of a transaction's place in the activity of its account. Each value counts what the
 * account did before: with more history it can only grow, never shrink, which is what makes the outcome independent of
 * the order of arrival. Windows end at the transaction, which is counted itself unless the name says otherwise.
 */
export interface Features {
    /** What the amount is worth, in euro cents. */
    euroCents: number;
    /** Hour of the day, UTC. */
    hour: number;
    /** Earlier transactions of the account within the widest window. */
    earlierInDay: number;
    /** Small card payments within the card-testing window, this one included; 0 when this one is none. */
    smallCardPayments: number;
    /** Other devices that used the account within the takeover window. */
    otherDevices: number;
    /** Cash and wire amounts just under the reporting limit, this one included; 0 when this one is none. */
    nearLimitCount: number;
    /** Their sum in euro cents. */
    nearLimitSum: number;
    /** Distinct receivers of money within the fan-out window, this one included; 0 when no money is sent. */
    payees: number;
    /** Fastest speed that two card payments at terminals in two countries would need; 0 when nobody had to hurry. */
    travelKmh: number;
    /** Transactions within ten minutes. */
    inTenMinutes: number;
    /** Transactions within an hour. */
    inHour: number;
    /** Worth of all transactions within an hour, in euro cents. */
    centsInHour: number;
    /** Worth of all transactions within a day, in euro cents. */
    centsInDay: number;
    /** Worth of wires and instant transfers within a day, in euro cents. */
    transferCentsInDay: number;
    /** Worth of cash transactions within a day, in euro cents. */
    cashCentsInDay: number;
    /** Distinct countries within a day. */
    countriesInDay: number;
    /** Distinct counterparties within a day. */
    counterpartiesInDay: number;
    /** Distinct merchants of card payments within an hour. */
    merchantsInHour: number;
    /** Distinct devices within a day. */
    devicesInDay: number;
}

/** Later is greater; the id decides between transactions of one instant, so that every reader sees one order. */
export function sortKey(transaction: Pick<Transaction, "occurredAt" | "id">): string {
    return `${transaction.occurredAt}#${transaction.id}`;
}

type Meter = (moment: Moment) => number;

/** The features of each transaction of one account, which must come sorted by `sortKey`. */
export function accountFeatures(history: readonly Transaction[]): Features[] {
    const features = featureMeter();
    return history.map((transaction) => {
        const { occurredAt, amountMinor, currency } = transaction;
        return features({ transaction, at: Date.parse(occurredAt), euroCents: euroCents(amountMinor, currency) });
    });
}

function featureMeter(): (moment: Moment) => Features {
    const inDay = countWithin(WIDEST_WINDOW);
    const nearLimit = nearLimitCounter();
    const meters = {
        smallCardPayments: smallPaymentCounter(),
        otherDevices: deviceCounter(),
        payees: payeeCounter(),
        travelKmh: travelMeter(),
        inTenMinutes: countWithin(10 * MINUTE),
        inHour: countWithin(HOUR),
        centsInHour: sumWithin(HOUR, ({ euroCents }) => euroCents),
        centsInDay: sumWithin(WIDEST_WINDOW, ({ euroCents }) => euroCents),
        transferCentsInDay: sumWithin(WIDEST_WINDOW, (moment) => (isTransfer(moment) ? moment.euroCents : 0)),
        cashCentsInDay: sumWithin(WIDEST_WINDOW, (moment) => (isCash(moment) ? moment.euroCents : 0)),
        countriesInDay: distinctWithin(WIDEST_WINDOW, ({ transaction }) => transaction.country),
        counterpartiesInDay: distinctWithin(WIDEST_WINDOW, ({ transaction }) => transaction.counterpartyId),
        merchantsInHour: distinctWithin(HOUR, merchantOf),
        devicesInDay: distinctWithin(WIDEST_WINDOW, ({ transaction }) => transaction.deviceId),
    } satisfies { [Name in keyof Features]?: Meter };
    const names = Object.keys(meters) as (keyof typeof meters)[];
    return (moment) => {
        const measured = {} as Record<keyof typeof meters, number>;
        for (const name of names) measured[name] = meters[name](moment);
        return {
            euroCents: moment.euroCents,
            hour: new Date(moment.at).getUTCHours(),
            // The transaction itself lies in the window too.
            earlierInDay: inDay(moment) - 1,
            ...nearLimit(moment),
            ...measured,
        };
    };
}

const isTransfer = ({ transaction: { channel } }: Moment): boolean => channel === "wire" || channel === "instant";
const isCash = ({ transaction: { channel } }: Moment): boolean => channel === "cash";
const merchantOf = ({ transaction: { channel, counterpartyId } }: Moment): string | undefined =>
    channel === "card" ? counterpartyId : undefined;
