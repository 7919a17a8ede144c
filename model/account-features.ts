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
import type { Features } from "./feature-values.ts";
import { HOUR, MINUTE, WIDEST_WINDOW } from "./limits.ts";

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
